"use client";

import { Search, X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button, Input, Label, SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { cx } from "./cx";
import { FIELD_FRAME, FIELD_INPUT } from "./field";

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: ((value: string) => void) | undefined;
  readonly placeholder?: string;
  /** Shown at the right end while the field is empty: the key that leads here. */
  readonly hint?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** Search with a way to clear it; Escape clears too. */
export function SearchField({ label, value, onChange, onSubmit, placeholder, hint, inputRef, className }: SearchFieldProps) {
  return (
    <AriaSearchField value={value} onChange={onChange} className={cx("min-w-0", className)} {...(onSubmit === undefined ? {} : { onSubmit })}>
      <Label className="sr-only">{label}</Label>
      <div className={cx(FIELD_FRAME, "min-h-7.5")}>
        <Search aria-hidden className="size-3.5 shrink-0 text-ink-3" strokeWidth={2.2} />
        <Input
          className={cx(FIELD_INPUT, "[&::-webkit-search-cancel-button]:hidden")}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        {value === "" ? (
          hint
        ) : (
          <Button
            aria-label="Clear search"
            className="-mr-1 flex size-5 shrink-0 items-center justify-center rounded-small text-ink-3 data-hovered:bg-hover touch:size-9"
          >
            <X aria-hidden className="size-3.5" strokeWidth={2.2} />
          </Button>
        )}
      </div>
    </AriaSearchField>
  );
}
