import { failure, success, type Result } from "@/lib/core/result";
import { TEXT_SHAPES } from "@/lib/core/shapes/text/text-shapes";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { parseJson } from "@/lib/core/text/scan-json";

/** A record's text as a tree: a JSON value, or the lines, cells or cues of a text format. */
export interface SourceTree {
  readonly form: "json" | "text";
  readonly root: JsonNode;
}

/** Ours: a text format has to look like itself at least so much before it is read as such. */
const MIN_LIKENESS = 0.3;

/** Reads a record. JSON comes first; a text that is none is asked of the text formats. The failure is why it is no JSON. */
export function readSourceRecord(text: string): Result<SourceTree, JsonSyntaxProblem> {
  const parsed = parseJson(text);
  if (parsed.ok) return success({ form: "json", root: parsed.value.root });
  const root = readTextFormat(text);
  return root === null ? failure(parsed.error) : success({ form: "text", root });
}

/** The tree of the text format that the text looks most like, or null where it looks like none. */
export function readTextFormat(text: string): JsonNode | null {
  const ranked = TEXT_SHAPES.map((module) => ({ module, likeness: module.likeness(text) }))
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((left, right) => right.likeness - left.likeness);
  for (const { module } of ranked) {
    const root = module.read(text);
    if (root) return root;
  }
  return null;
}
