"use client";

import type { ReactNode, Ref } from "react";
import { Input, TextField as AriaTextField } from "react-aria-components/TextField";
import type { TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { FieldCounter } from "./field-counter";
import type { Counter } from "./field-counter";
import { FIELD_FRAME, FIELD_INPUT, FIELD_INPUT_MONO, FieldBody, fieldRootClass, hasError } from "./field";
import type { FieldTexts } from "./field";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className" | "isInvalid" | "validationBehavior">, FieldTexts {
  readonly counter?: Counter | undefined;
  readonly prefix?: ReactNode;
  /** Stands at the right end: a unit, "known" with a check, or a small button. */
  readonly suffix?: ReactNode;
  readonly mono?: boolean;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** One line of text. `onChange` gets the text, `onBlur` the event, as react-hook-form wants them. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, layout, description, error, counter, prefix, suffix, mono, placeholder, inputRef, className, ...rest } = props;
  const texts = { label, labelHidden: labelHidden ?? false, layout: layout ?? "top", description, error };
  return (
    <AriaTextField {...rest} validationBehavior="aria" isInvalid={hasError(error)} className={fieldRootClass(texts, className)}>
      <FieldBody texts={texts}>
        <div className={FIELD_FRAME}>
          {prefix}
          <Input
            className={mono === true ? FIELD_INPUT_MONO : FIELD_INPUT}
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          {suffix === undefined ? null : <span className="flex shrink-0 items-center gap-1 text-small text-ink-3">{suffix}</span>}
          {counter === undefined ? null : <FieldCounter {...counter} />}
        </div>
      </FieldBody>
    </AriaTextField>
  );
}
