"use client";

import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components/TextField";
import { cx } from "./cx";

/** `side` puts the label in a 120 px column at the left from 768 px up, `top` above the field. */
export type FieldLayout = "top" | "side";

export interface FieldTexts {
  readonly label: string;
  /** Keeps the label for those who listen, where the surroundings show it already. */
  readonly labelHidden?: boolean;
  readonly layout?: FieldLayout;
  /** A sentence, or a problem strip, under the field; tied to it by aria-describedby. */
  readonly description?: ReactNode;
  /** Says what is wrong; marks the field as invalid. */
  readonly error?: ReactNode;
}

const LABEL_BESIDE = "md:grid md:grid-cols-[120px_minmax(0,1fr)] md:items-start";

/** The classes of a field's outermost element. */
export function fieldRootClass(texts: Pick<FieldTexts, "layout" | "labelHidden">, className?: string): string {
  const beside = texts.layout === "side" && texts.labelHidden !== true;
  return cx("group/field min-w-0", beside && LABEL_BESIDE, className);
}

/** The edge around an input and what stands beside the text in it. */
export const FIELD_FRAME =
  "focus-frame flex min-h-7 w-full min-w-0 items-center gap-1.5 rounded-field border border-control bg-surface px-2 text-ink transition-colors " +
  "group-data-invalid/field:border-blocks group-data-disabled/field:border-line-strong group-data-disabled/field:bg-sunken group-data-disabled/field:text-ink-3 touch:min-h-11";

/** The input inside the frame. */
export const FIELD_INPUT = "min-w-0 flex-1 border-0 bg-transparent p-0 text-body text-inherit outline-none touch:text-[16px]";
/** The same for ids, addresses and anything that is copied by character. */
export const FIELD_INPUT_MONO = "min-w-0 flex-1 border-0 bg-transparent p-0 text-code text-inherit outline-none touch:text-[16px]";

/** Label, field and the sentences under it, in the order in which they are read. */
export function FieldBody({ texts, children }: { readonly texts: FieldTexts; readonly children: ReactNode }) {
  const { label, labelHidden, layout = "top", description, error } = texts;
  const labelClass = layout === "side" ? "block pr-2 text-body text-ink-2 max-md:mb-1 md:py-1" : "mb-1 block text-small text-ink-2";
  return (
    <>
      <Label className={labelHidden === true ? "sr-only" : labelClass}>{label}</Label>
      <div className="min-w-0">
        {children}
        {description === undefined ? null : (
          <Text slot="description" elementType="div" className="mt-1 text-small text-ink-3">
            {description}
          </Text>
        )}
        {hasError(error) ? <FieldError className="mt-1 block text-small text-blocks">{error}</FieldError> : null}
      </div>
    </>
  );
}

/** True where there is a sentence to show. */
export function hasError(error: ReactNode): boolean {
  return error !== undefined && error !== null && error !== false && error !== "";
}
