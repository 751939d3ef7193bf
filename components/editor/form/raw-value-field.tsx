"use client";

import { useState } from "react";
import type { FieldTexts } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";

export interface RawValueFieldProps extends FieldTexts {
  /** The JSON of what stands there. */
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onLeave: (typed: string) => void;
}

/**
 * A value that a number's field cannot hold: another type, or more digits than a double has. It is shown as it is written, and
 * becomes an edit when the field is left: half a number would turn the field into another one under the hands.
 */
export function RawValueField({ value, onLeave, ...rest }: RawValueFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    if (typed !== null && typed !== value) onLeave(typed);
    setTyped(null);
  };
  return <TextField {...rest} mono value={typed ?? value} onChange={setTyped} onBlur={leave} placeholder="Not set" />;
}
