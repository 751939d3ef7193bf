import { FIELD_GUIDE, keyOf, type FieldGuide } from "@/lib/core/call-ingest/field-guide";

/** The field guide as a tree, so that a document is walked once and no path is looked up. */
export interface FieldSpec {
  readonly field: FieldGuide;
  /** Its name in the object around it. */
  readonly key: string;
  /** Documented members of an object; empty for metadata, which takes any. */
  readonly members: ReadonlyMap<string, FieldSpec>;
  /** The members that have to be there. */
  readonly required: readonly FieldSpec[];
  /** What a list holds. */
  readonly item: FieldSpec | null;
}

const ROOT_FIELD: FieldGuide = { pattern: "", label: "The call", kind: "object", required: true, help: "One call or chat." };

/** The whole call. */
export const CALL_SPEC: FieldSpec = specOf(ROOT_FIELD);

function specOf(field: FieldGuide): FieldSpec {
  const inside = FIELD_GUIDE.filter(({ pattern }) => parentOf(pattern) === field.pattern);
  const item = inside.find(({ pattern }) => pattern.endsWith("[]"));
  const members = inside.filter((child) => child !== item).map((child): [string, FieldSpec] => [keyOf(child), specOf(child)]);
  const required = members.map(([, child]) => child).filter((child) => child.field.required);
  return { field, key: keyOf(field), members: new Map(members), required, item: item ? specOf(item) : null };
}

/** `transcript.turns[].role` stands in `transcript.turns[]`, that in `transcript.turns`; the top in "". */
function parentOf(pattern: string): string | null {
  if (pattern === "") return null;
  if (pattern.endsWith("[]")) return pattern.slice(0, -2);
  return pattern.includes(".") ? pattern.slice(0, pattern.lastIndexOf(".")) : "";
}
