"use client";

import type { Ref } from "react";
import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components/TextField";
import type { TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { cx } from "./cx";
import { FieldCounter } from "./field-counter";
import type { Counter } from "./field-counter";
import { FIELD_FRAME, FIELD_INPUT, FIELD_INPUT_MONO, FieldBody, fieldRootClass, hasError } from "./field";
import type { FieldTexts } from "./field";

export interface TextAreaProps extends Omit<AriaTextFieldProps, "children" | "className" | "isInvalid" | "validationBehavior">, FieldTexts {
  readonly counter?: Counter | undefined;
  readonly rows?: number;
  readonly mono?: boolean;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  readonly className?: string;
  readonly textAreaClassName?: string;
}

/** Several lines of text, resizable downwards. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, layout, description, error, counter, rows, mono, placeholder, inputRef, className, textAreaClassName, ...rest } = props;
  const texts = { label, labelHidden: labelHidden ?? false, layout: layout ?? "top", description, error };
  return (
    <AriaTextField {...rest} validationBehavior="aria" isInvalid={hasError(error)} className={fieldRootClass(texts, className)}>
      <FieldBody texts={texts}>
        <div className={cx(FIELD_FRAME, "flex-col items-stretch py-1")}>
          <AriaTextArea
            rows={rows ?? 3}
            className={cx(mono === true ? FIELD_INPUT_MONO : FIELD_INPUT, "resize-y", textAreaClassName)}
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          {counter === undefined ? null : (
            <div className="flex justify-end">
              <FieldCounter {...counter} />
            </div>
          )}
        </div>
      </FieldBody>
    </AriaTextField>
  );
}
