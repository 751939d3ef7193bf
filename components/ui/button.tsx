"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { buttonClass } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** A lucide icon of 13 to 16 px; always beside the words. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * A button with words. While `isPending` it keeps its width and its focus, and cannot be pressed again. React Aria's own pending
 * state is not used: it announces by the button's id, and an announcement that outlives its button is a picture without a name.
 */
export function Button(props: ButtonProps) {
  const { variant = "outlined", size = "default", icon, children, className, isPending = false, onPress, type = "button", ...rest } = props;
  const pressed = isPending || onPress === undefined ? {} : { onPress };
  return (
    <AriaButton {...rest} {...pressed} type={isPending ? "button" : type} {...(isPending ? { "aria-disabled": true } : {})} className={cx(buttonClass({ variant, size }), className)}>
      {isPending ? <LoaderCircle aria-hidden className="size-3.5 shrink-0" strokeWidth={2.2} /> : icon}
      {children}
    </AriaButton>
  );
}
