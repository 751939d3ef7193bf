import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import type { ReceiptEntry } from "@/lib/core/shapes/shape";
import { formatPath } from "@/lib/core/text/json-path";
import { inspectRecord, type Inspection } from "../inspect-record";

interface ConvertedCall {
  readonly agent?: { readonly externalId?: string; readonly name?: string };
  readonly version?: string;
  readonly call: Readonly<Record<string, unknown>>;
  readonly systemPrompt?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface SourceResult {
  readonly shape: string;
  readonly rivals: readonly string[];
  readonly call: ConvertedCall;
  /** `role|content|start|end` of each turn. */
  readonly turns: readonly string[];
  readonly questions: readonly string[];
  /** `kind path: sentence`. */
  readonly remarks: readonly string[];
  readonly entryOf: (from: string) => ReceiptEntry;
}

/** What becomes of a record; a record that is not converted is a mistake of the test. */
export function sourceOf(value: unknown, answers: Answers = NO_ANSWERS): SourceResult {
  const { detection, conversion }: Inspection = inspectRecord(JSON.stringify(value), answers);
  if (!conversion) throw new Error(`Not converted: ${detection.shape}`);
  const call = JSON.parse(conversion.text) as ConvertedCall & { readonly transcript?: { readonly turns: readonly { role: string; content: string; startSeconds?: number; endSeconds?: number }[] } };
  return {
    shape: detection.shape,
    rivals: detection.rivals,
    call,
    turns: (call.transcript?.turns ?? []).map(({ role, content, startSeconds, endSeconds }) => [role, content, startSeconds ?? "-", endSeconds ?? "-"].join("|")),
    questions: conversion.questions.map(({ id }) => id),
    remarks: conversion.remarks.map(({ kind, path, sentence }) => `${kind} ${formatPath(path)}: ${sentence}`),
    entryOf: (from) => {
      const entry = conversion.receipt.entries.find((candidate) => candidate.from === from);
      if (!entry) throw new Error(`No receipt for ${from}`);
      return entry;
    },
  };
}
