"use client";

import { ChevronDown } from "lucide-react";
import { use, useRef } from "react";
import type { ReactNode } from "react";
import { Button, ComboBox as AriaComboBox, ComboBoxStateContext, Input, ListBox, Popover } from "react-aria-components/ComboBox";
import type { InputProps } from "react-aria-components/ComboBox";
import { FIELD_FRAME, FIELD_INPUT, FIELD_INPUT_MONO, FieldBody, fieldRootClass, hasError } from "./field";
import type { FieldTexts } from "./field";
import { OptionRow } from "./option-row";
import type { Option } from "./option-row";
import { POPOVER } from "./popover-style";

export interface ComboBoxProps extends FieldTexts {
  readonly options: readonly Option[];
  /** The text in the field; what is typed need not be among the options. */
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** Called when an option is chosen, besides `onTextChange` with its label. */
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly mono?: boolean;
  readonly placeholder?: string;
  readonly prefix?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** Known values on offer, and any other value as well. */
export function ComboBox(props: ComboBoxProps) {
  const { label, labelHidden, layout, description, error, options, text, onTextChange, onChoose, onBlur, mono, placeholder, prefix } = props;
  const texts = { label, labelHidden: labelHidden ?? false, layout: layout ?? "top", description, error };
  const frame = useRef<HTMLDivElement>(null);
  return (
    <AriaComboBox
      allowsCustomValue
      defaultItems={options}
      inputValue={text}
      onInputChange={onTextChange}
      onChange={(key) => {
        if (typeof key === "string") onChoose?.(key);
      }}
      isDisabled={props.isDisabled ?? false}
      isInvalid={hasError(error)}
      validationBehavior="aria"
      className={fieldRootClass(texts, props.className)}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <FieldBody texts={texts}>
        <div ref={frame} className={FIELD_FRAME}>
          {prefix}
          <OpeningInput
            className={mono === true ? FIELD_INPUT_MONO : FIELD_INPUT}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <Button className="-mr-1 flex size-5 shrink-0 items-center justify-center rounded-small text-ink-3 data-hovered:bg-hover touch:size-9">
            <ChevronDown aria-hidden className="size-3.5" strokeWidth={2.2} />
          </Button>
        </div>
      </FieldBody>
      <Popover triggerRef={frame} offset={4} placement="bottom start" className={POPOVER}>
        <ListBox<Option> className="outline-none">{(option) => <OptionRow option={option} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** A click into the field shows what is on offer; coming by Tab does not, so that nothing opens in passing. */
function OpeningInput(props: InputProps) {
  const state = use(ComboBoxStateContext);
  return (
    <Input
      {...props}
      onClick={() => {
        if (state?.isOpen === false) state.open(null, "manual");
      }}
    />
  );
}
