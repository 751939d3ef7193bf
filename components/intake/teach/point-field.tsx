"use client";

import type { JsonPath } from "@/lib/core/text/json-path";
import { Select } from "@/components/ui/select";
import { choiceId } from "./pointing";

export interface Pointable {
  readonly path: JsonPath;
  readonly label: string;
  /** What stands there, to tell it by. */
  readonly detail: string;
}

export interface PointFieldProps {
  readonly label: string;
  readonly choices: readonly Pointable[];
  readonly value: JsonPath | undefined;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  readonly onChange: (path: JsonPath | null) => void;
}

const NONE = "\u0000none";

/** One field that is pointed out among the keys of the record, each with what stands there. */
export function PointField({ label, choices, value, isOptional, onChange }: PointFieldProps) {
  const options = choices.map(({ path, label: name, detail }) => ({ id: choiceId(path), label: name, detail, mono: true }));
  const none = isOptional ? [{ id: NONE, label: "Not given" }] : [];
  return (
    <Select
      label={label}
      options={[...none, ...options]}
      value={value === undefined ? (isOptional ? NONE : null) : choiceId(value)}
      placeholder="Point it out"
      onChange={(id) => onChange(choices.find(({ path }) => choiceId(path) === id)?.path ?? null)}
    />
  );
}
