"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { cx } from "./cx";
import { FIELD_FRAME, FieldBody, fieldRootClass, hasError } from "./field";
import type { FieldTexts } from "./field";
import { OptionRow } from "./option-row";
import type { Option } from "./option-row";
import { POPOVER } from "./popover-style";

export interface SelectProps<Id extends string> extends FieldTexts {
  readonly options: readonly (Option & { readonly id: Id })[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly prefix?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly triggerClassName?: string;
}

/** A choice of a few known values: a combobox without typing, whose accessible name is its label alone. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelHidden, layout, description, error, options, value, onChange, placeholder, prefix, className, triggerClassName } = props;
  const texts = { label, labelHidden: labelHidden ?? false, layout: layout ?? "top", description, error };
  const choose = (key: unknown) => {
    const option = options.find((candidate) => candidate.id === key);
    if (option !== undefined) onChange(option.id);
  };
  const chosen = options.find((option) => option.id === value);
  return (
    <AriaSelect
      value={value}
      onChange={choose}
      placeholder={placeholder ?? "Not set"}
      isDisabled={props.isDisabled ?? false}
      isInvalid={hasError(error)}
      validationBehavior="aria"
      className={fieldRootClass(texts, className)}
    >
      <FieldBody texts={texts}>
        <Button
          className={cx(FIELD_FRAME, "text-left", triggerClassName)}
          render={(button) => comboboxTrigger(label, button)}
        >
          {prefix}
          <SelectValue className="min-w-0 flex-1 truncate text-body data-placeholder:text-ink-3 touch:text-[16px]">
            {({ defaultChildren, isPlaceholder }) => (isPlaceholder || chosen === undefined ? defaultChildren : <Chosen option={chosen} />)}
          </SelectValue>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" strokeWidth={2.2} />
        </Button>
      </FieldBody>
      <Popover offset={4} className={POPOVER}>
        <ListBox items={options} className="outline-none">
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Chosen({ option }: { readonly option: Option }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {option.icon}
      <span className={option.mono === true ? "text-code" : undefined}>{option.label}</span>
      {option.detail === undefined ? null : <span className="text-ink-3">{option.detail}</span>}
    </span>
  );
}

/** React Aria names the trigger by value and label together; a combobox is named by its label alone and has a value. */
function comboboxTrigger(label: string, button: ComponentProps<"button">) {
  const { "aria-expanded": expanded = false, "aria-controls": controls, ...rest } = button;
  return <button {...rest} role="combobox" aria-labelledby={undefined} aria-label={label} aria-expanded={expanded} aria-controls={controls} />;
}
