import { cx } from "./cx";

/** `primary` at most once in a view; `ink` is the confirming button of a dialog that destroys something. */
export type ButtonVariant = "primary" | "outlined" | "quiet" | "danger-outlined" | "ink";
/** 24, 30 and 32 px high; 44 on a narrow window or a coarse pointer. */
export type ButtonSize = "small" | "default" | "bar";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "border-transparent bg-accent text-on-accent not-data-disabled:hover:bg-accent-hover not-data-disabled:active:bg-accent-hover",
  outlined: "border-line-strong bg-surface text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-hover",
  quiet: "border-transparent bg-transparent text-ink-2 not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink not-data-disabled:active:bg-hover",
  "danger-outlined": "border-line-strong bg-surface text-blocks not-data-disabled:hover:bg-blocks-soft not-data-disabled:active:bg-blocks-soft",
  ink: "border-transparent bg-inverse text-on-inverse not-data-disabled:hover:opacity-90 not-data-disabled:active:opacity-90",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "h-6 gap-1.5 rounded-small px-2 text-small touch:h-11 touch:px-3",
  default: "h-7.5 gap-2 rounded-field px-3 text-body touch:h-11 touch:px-4",
  bar: "h-8 gap-2 rounded-field px-3.5 text-body touch:h-11 touch:px-4",
};

const SQUARE: Readonly<Record<ButtonSize, string>> = {
  small: "size-6 rounded-small touch:size-11",
  default: "size-7.5 rounded-field touch:size-11",
  bar: "size-8 rounded-field touch:size-11",
};

const BASE = "relative inline-flex shrink-0 select-none items-center justify-center border font-medium whitespace-nowrap no-underline transition-colors";
const DISABLED = "data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-3";

/** The classes of everything that looks like a button. */
export function buttonClass(options: { readonly variant: ButtonVariant; readonly size: ButtonSize; readonly square?: boolean }): string {
  const { variant, size, square = false } = options;
  const disabled = variant === "quiet" ? "data-disabled:text-ink-3 data-disabled:bg-transparent" : DISABLED;
  return cx(BASE, VARIANTS[variant], square ? SQUARE[size] : SIZES[size], disabled);
}
