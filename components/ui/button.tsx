"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { Pressable } from "./pressable";
import type { PressableProps } from "./pressable";

export interface ButtonProps extends PressableProps {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** A lucide icon of 13 to 16 px; always beside the words. */
  readonly icon?: ReactNode;
  readonly isPending?: boolean | undefined;
}

/** A button with words. While `isPending` it keeps its width and its focus, and cannot be pressed again. */
export function Button(props: ButtonProps) {
  const { variant = "outlined", size = "default", icon, children, className, isPending = false, onPress, type = "button", ...rest } = props;
  const pressed = isPending ? { "aria-disabled": true, onPress: undefined } : { onPress };
  return (
    <Pressable {...rest} {...pressed} type={isPending ? "button" : type} className={cx(buttonClass({ variant, size }), className)}>
      {isPending ? <LoaderCircle aria-hidden className="size-3.5 shrink-0" strokeWidth={2.2} /> : icon}
      {children}
    </Pressable>
  );
}
