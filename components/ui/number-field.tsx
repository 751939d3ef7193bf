"use client";

import { useState } from "react";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import { Input, TextField as AriaTextField } from "react-aria-components/TextField";
import { FIELD_FRAME, FIELD_INPUT, FieldBody, fieldRootClass, hasError } from "./field";
import type { FieldTexts } from "./field";
import { addStep, isSameNumber, jsonSpelling, parseTypedNumber } from "./parse-number";

export interface NumberFieldProps extends FieldTexts {
  /** A number, or the digits of one that a double does not hold. */
  readonly value: number | string | null;
  /** Called with null when the field is emptied; not called while the text is no number. */
  readonly onChange: (value: number | null) => void;
  /** Called instead where the typed digits are more than a double holds, with the number as JSON. */
  readonly onExact?: (json: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly step?: number;
  readonly min?: number;
  readonly max?: number;
  readonly suffix?: ReactNode;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

const NOT_A_NUMBER = "Not a number. Write it like 41.2";

/** A number with role spinbutton. Keeps what was typed as long as it means the same number; arrow keys step. */
export function NumberField(props: NumberFieldProps) {
  const { label, labelHidden, layout, description, value, onChange, onExact, onBlur, step = 1, min, max, suffix, placeholder, inputRef, className } = props;
  const given = value === null ? "" : String(value);
  const [typed, setTyped] = useState(given);
  const parsed = parseTypedNumber(typed);
  const isSame = parsed.kind === "number" ? given !== "" && isSameNumber(typed, given) : given === "";
  const text = parsed.kind === "invalid" || isSame ? typed : given;
  const error = hasError(props.error) ? props.error : parsed.kind === "invalid" ? NOT_A_NUMBER : undefined;
  const texts = { label, labelHidden: labelHidden ?? false, layout: layout ?? "top", description, error };

  const change = (next: string) => {
    setTyped(next);
    const read = parseTypedNumber(next);
    if (read.kind === "empty") onChange(null);
    if (read.kind !== "number") return;
    if (onExact === undefined || isSameNumber(next, String(read.value))) onChange(read.value);
    else onExact(jsonSpelling(next));
  };
  const stepBy = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction === 0 || event.altKey || props.isReadOnly === true) return;
    event.preventDefault();
    const size = event.shiftKey ? step * 10 : step;
    change(String(clamp(addStep(Number(value ?? 0), direction * size), min, max)));
  };

  return (
    <AriaTextField
      value={text}
      onChange={change}
      validationBehavior="aria"
      isInvalid={hasError(error)}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      inputMode="decimal"
      onKeyDown={stepBy}
      className={fieldRootClass(texts, className)}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <FieldBody texts={texts}>
        <div className={FIELD_FRAME}>
          <Input
            role="spinbutton"
            autoComplete="off"
            aria-valuenow={value === null ? undefined : Number(value)}
            aria-valuemin={min}
            aria-valuemax={max}
            aria-valuetext={text === "" ? "empty" : text}
            className={FIELD_INPUT}
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          {suffix === undefined ? null : <span className="shrink-0 text-small text-ink-3">{suffix}</span>}
        </div>
      </FieldBody>
    </AriaTextField>
  );
}

function clamp(value: number, min = -Infinity, max = Infinity): number {
  return Math.min(Math.max(value, min), max);
}
