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

/** A button with words. While `isPending` it keeps its width and its focus, and cannot be pressed again. */
export function Button({ variant = "outlined", size = "default", icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(buttonClass({ variant, size }), className)}>
      {({ isPending }) => (
        <>
          {isPending ? <LoaderCircle aria-hidden className="size-3.5 shrink-0" strokeWidth={2.2} /> : icon}
          {children}
        </>
      )}
    </AriaButton>
  );
}
