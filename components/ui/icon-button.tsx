"use client";

import { useRef } from "react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-style";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { cx } from "./cx";
import { Pressable } from "./pressable";
import type { PressableProps } from "./pressable";
import { useTooltip } from "./tooltip";

export interface IconButtonProps extends Omit<PressableProps, "children" | "aria-label" | "ref" | "onBlur" | "onPointerLeave"> {
  /** The accessible name; also shown as the tooltip. */
  readonly label: string;
  /** Overrides the tooltip, for example to add a key: "Undo (Ctrl Z)". */
  readonly tooltip?: ReactNode;
  readonly icon: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  /** The pointer or the focus has left. */
  readonly onLeave?: (() => void) | undefined;
}

/** A square button that shows an icon and carries its name for everyone. */
export function IconButton({ label, tooltip = label, icon, variant = "quiet", size = "default", className, onLeave, ...rest }: IconButtonProps) {
  const control = useRef<HTMLButtonElement>(null);
  const { handlers, bubble, describedBy } = useTooltip(tooltip, control);
  const leave = (close: () => void) => () => {
    close();
    onLeave?.();
  };
  return (
    <>
      <Pressable
        {...rest}
        {...handlers}
        ref={control}
        onBlur={leave(handlers.onBlur)}
        onPointerLeave={leave(handlers.onPointerLeave)}
        aria-label={label}
        {...(tooltip === label ? {} : { "aria-describedby": describedBy })}
        className={cx(buttonClass({ variant, size, square: true }), className)}
      >
        {icon}
      </Pressable>
      {bubble}
    </>
  );
}
