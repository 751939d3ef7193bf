import type * as z from "zod";

/**
 * The `details` object of a 400. The vendor says only that it names each offending field, so the sandbox answers
 * a dotted path to a list of sentences: `{"call.externalId": ["Required"], "transcript.turns[3].content": ["…"]}`.
 */
export type ValidationDetails = Readonly<Record<string, readonly string[]>>;

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "body";
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`)).join("");
}

/** Groups what a schema found by the field it found it in. */
export function validationDetails(issues: readonly z.core.$ZodIssue[]): ValidationDetails {
  const details = new Map<string, string[]>();
  for (const issue of issues) {
    const field = fieldName(issue.path);
    details.set(field, [...(details.get(field) ?? []), issue.message]);
  }
  return Object.fromEntries(details);
}

/** An absent field reads "Required"; every other issue keeps its schema's sentence. */
export function sayRequired(issue: z.core.$ZodRawIssue): string | undefined {
  return issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value") ? "Required" : undefined;
}
