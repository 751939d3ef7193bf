"use client";

import type { ReactNode } from "react";
import { Label, RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from "react-aria-components/RadioGroup";
import { cx } from "./cx";

export interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface RadioGroupProps<Id extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly description?: ReactNode;
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly orientation?: "vertical" | "horizontal";
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** One of a few choices, each with room for a sentence. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, labelHidden = false, description, options, value, onChange, orientation = "vertical", isDisabled = false, className } = props;
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.id === next);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaRadioGroup value={value} onChange={choose} orientation={orientation} isDisabled={isDisabled} className={cx("min-w-0", className)}>
      <Label className={labelHidden ? "sr-only" : "mb-1.5 block text-body font-medium text-ink"}>{label}</Label>
      {description === undefined ? null : (
        <Text slot="description" elementType="div" className="mb-1.5 text-small text-ink-3">
          {description}
        </Text>
      )}
      <div className={cx("flex gap-2", orientation === "vertical" ? "flex-col" : "flex-wrap gap-x-5")}>
        {options.map((option) => (
          <RadioRow key={option.id} option={option} />
        ))}
      </div>
    </AriaRadioGroup>
  );
}

function RadioRow<Id extends string>({ option }: { readonly option: RadioOption<Id> }) {
  return (
    <RadioField value={option.id} isDisabled={option.isDisabled ?? false}>
      <RadioButton className="group/box flex items-start gap-2 text-body text-ink touch:min-h-11 touch:items-center">
        <span
          className={cx(
            "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface transition-colors",
            "group-data-selected/box:border-accent group-data-disabled/box:border-line-strong group-data-disabled/box:bg-sunken",
            "group-data-focus-visible/box:outline-2 group-data-focus-visible/box:outline-offset-2 group-data-focus-visible/box:outline-focus",
          )}
        >
          <span className="size-2 scale-0 rounded-full bg-accent group-data-selected/box:scale-100" />
        </span>
        <span className="min-w-0 group-data-disabled/box:text-ink-3">{option.label}</span>
      </RadioButton>
      {option.detail === undefined ? null : (
        <Text slot="description" elementType="div" className="ml-6 text-small text-ink-3 touch:-mt-2">
          {option.detail}
        </Text>
      )}
    </RadioField>
  );
}
