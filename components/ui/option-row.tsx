"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ListBoxItem, Text } from "react-aria-components/ListBox";
import { cx } from "./cx";
import { OPTION } from "./popover-style";

export interface Option {
  readonly id: string;
  readonly label: string;
  /** A second line in ink-3. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  readonly mono?: boolean | undefined;
}

/** One choice in a list; the chosen one carries a check. */
export function OptionRow({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={cx(OPTION, "text-ink")}>
      {({ isSelected }) => (
        <>
          {option.icon}
          <span className="min-w-0 flex-1">
            <Text slot="label" className={option.mono === true ? "block text-code break-all" : "block"}>
              {option.label}
            </Text>
            {option.detail === undefined ? null : (
              <Text slot="description" className="block text-small text-ink-3">
                {option.detail}
              </Text>
            )}
          </span>
          {isSelected ? <Check aria-hidden className="size-3.5 shrink-0 text-ink-2" strokeWidth={2.2} /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
