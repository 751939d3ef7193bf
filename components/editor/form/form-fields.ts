import * as z from "zod";
import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import { fieldAt } from "@/lib/core/call-ingest/field-guide";
import { characterCount } from "@/lib/core/call-ingest/limits";
import { readNumber } from "@/lib/core/call-ingest/read-number";
import { removeAt, setValue, encodeString } from "@/lib/core/text/edit-json";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { isExactNumber } from "@/lib/core/text/json-values";
import type { JsonPath } from "@/lib/core/text/json-path";
import { parseJson } from "@/lib/core/text/scan-json";
import type { TextEdit } from "@/lib/core/text/text-edit";
import type { DraftView } from "../draft-view";

/** How a field is drawn and typed. */
export type FieldStyle = "text" | "code" | "long" | "date-time" | "number" | "agent" | "recording";

/** One member of the call as the form shows it. */
export interface FormField {
  /** Its name inside its section's form; without dots. */
  readonly name: string;
  readonly path: JsonPath;
  readonly label: string;
  readonly style: FieldStyle;
  /** Characters; shown as a counter. */
  readonly max?: number;
}

/**
 * Texts as typed, numbers as numbers; "" and null where the call does not have the member. In a number's field a string is the
 * JSON of what stands there: another type, or digits that a double would lose.
 */
export type FieldValue = string | number | null;
export type SectionValues = Record<string, FieldValue>;

/** Counters are for limits that people meet; the floor of 8 MB that every text has is none. */
const MAX_COUNTED = 10_000;

/** Builds a field from the guide to the API, so that label and limit are written once. */
export function formField(path: JsonPath, style: FieldStyle): FormField {
  const guide = fieldAt(path);
  const counted = guide?.kind === "string" && guide.max !== undefined && guide.max <= MAX_COUNTED ? { max: guide.max } : {};
  return { name: path.join("_"), path, label: guide?.label ?? path.join("."), style, ...counted };
}

/** What a field shows. A value of another type is shown as it is written: its problem says what is expected. */
export function readField({ goodText, root }: Pick<DraftView, "goodText" | "root">, { path, style }: FormField): FieldValue {
  const node = nodeAt(root ?? undefined, path);
  if (node === undefined) return style === "number" ? null : "";
  if (style === "number" && node.type === "number" && isExactNumber(node.source)) return readNumber(node);
  if (style !== "number" && node.type === "string") return node.value;
  return goodText.slice(node.start, node.end);
}

/** The edits that put a typed value into the call; an empty field takes its member away. */
export function fieldEdits(text: string, root: JsonNode, field: FormField, value: FieldValue): readonly TextEdit[] {
  if (value === readField({ goodText: text, root }, field)) return [];
  if (value === null || value === "") return removeAt(text, root, emptiedPath(root, field.path));
  if (typeof value === "number") return setValue(text, root, field.path, String(value));
  const isJson = field.style === "number" && parseJson(value).ok;
  return setValue(text, root, field.path, isJson ? value.trim() : encodeString(value));
}

/**
 * The member itself, or the object around it where it would be left empty: `"customer": {}` says nothing. `call` always stays, and
 * so does an object whose key is there twice: taking it away would take the other one along.
 */
function emptiedPath(root: JsonNode, path: JsonPath): JsonPath {
  const parent = path.slice(0, -1);
  const holder = nodeAt(root, parent);
  const isAlone = holder?.type === "object" && holder.members.every(({ key }) => key === path.at(-1));
  const around = nodeAt(root, parent.slice(0, -1));
  const isOnce = around?.type === "object" && around.members.filter(({ key }) => key === parent.at(-1)).length === 1;
  return isAlone && isOnce && parent.at(-1) !== "call" ? parent : path;
}

/** What can be said of typed values before the report has been made. Nothing here keeps a value from being saved. */
export function sectionSchema(fields: readonly FormField[]): z.ZodType<SectionValues, SectionValues> {
  return z.record(z.string(), z.union([z.string(), z.number(), z.null()])).superRefine((values, context) => {
    for (const field of fields) {
      const message = complaint(field, values[field.name] ?? null);
      if (message !== null) context.addIssue({ code: "custom", path: [field.name], message });
    }
  });
}

function complaint({ style, max }: FormField, value: FieldValue): string | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return value < 0 ? "Not below 0" : null;
  if (max !== undefined && characterCount(value) > max) return `At most ${max} characters`;
  return style === "date-time" && parseDateTime(value) === null ? "A date and time with its zone, as 2026-03-02T09:30:00Z" : null;
}
