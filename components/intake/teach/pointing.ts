import { listItems } from "@/lib/core/shapes/generic/list-items";
import { exampleRows, mapperCandidates, pointableValues, type ExampleRow, type ListCandidate, type PointableValue } from "@/lib/core/shapes/generic/mapper-candidates";
import { structureFingerprint } from "@/lib/core/shapes/generic/structure-fingerprint";
import { templateAnswerId, type Template } from "@/lib/core/shapes/generic/template";
import { readSourceRecord } from "@/lib/core/shapes/source/read-source-record";
import type { JsonNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";

/** A record that can be pointed at: its lists, and the values outside of them. */
export interface PointedRecord {
  readonly root: JsonNode;
  readonly candidates: readonly ListCandidate[];
  readonly values: readonly PointableValue[];
  /** The answer's key: the same for all records of this structure. */
  readonly answerId: string;
}

/** Reads a record for pointing; null where it is no JSON or holds no list. */
export function pointAt(text: string): PointedRecord | null {
  const tree = readSourceRecord(text);
  if (!tree.ok || tree.value.form !== "json") return null;
  const { root } = tree.value;
  const candidates = mapperCandidates(root);
  return candidates.length === 0 ? null : { root, candidates, values: pointableValues(root), answerId: templateAnswerId(structureFingerprint(root)) };
}

/** Columns of a turn, and fields of the call, that a person can point out. */
export const TURN_COLUMNS = ["role", "text", "start", "end"] as const;
export const CALL_FIELDS = ["id", "startedAt", "agent", "customerNumber", "recordingUrl", "version"] as const;
export type PointedField = (typeof TURN_COLUMNS)[number] | (typeof CALL_FIELDS)[number];

export const FIELD_WORDS: Readonly<Record<PointedField, string>> = {
  role: "Who speaks",
  text: "What is said",
  start: "Start",
  end: "End",
  id: "Call external ID",
  startedAt: "Started at",
  agent: "Agent external ID",
  customerNumber: "Customer number",
  recordingUrl: "Recording URL",
  version: "Version",
};

/** A template that is still being pointed out: who speaks and what is said may be missing. */
export type Draft = Partial<Template> & Pick<Template, "list">;

/** The proposal for a list, or just the list. */
export function draftOf({ list, template }: ListCandidate): Draft {
  return template ?? { list };
}

/** A draft with one field pointed elsewhere; null leaves it out. */
export function withField(draft: Draft, field: PointedField, path: JsonPath | null): Draft {
  const others = Object.fromEntries(Object.entries(draft).filter(([key]) => key !== field)) as Draft;
  return path === null ? others : { ...others, [field]: path };
}

/** The template of a draft that has what it needs. */
export function finished(draft: Draft): Template | null {
  const { role, text } = draft;
  return role === undefined || text === undefined ? null : { ...draft, role, text };
}

/** The first items under the columns chosen so far. */
export function rowsOf(root: JsonNode, draft: Draft): readonly ExampleRow[] {
  const items = listItems(root, draft.list)?.items ?? [];
  return exampleRows(items, { role: draft.role ?? [""], text: draft.text ?? [""], ...(draft.start ? { start: draft.start } : {}) });
}

/** A path as the id of a choice. */
export function choiceId(path: JsonPath): string {
  return formatPath(path);
}
