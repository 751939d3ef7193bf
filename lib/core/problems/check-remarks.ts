import type { Remark } from "@/lib/core/shapes/remark";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { Reporter } from "./reporter";

/** What the conversion of the source left to say. A guess is void once another value stands in its place. */
export function checkRemarks(root: JsonNode, remarks: readonly Remark[], reporter: Reporter): void {
  for (const { kind, path, value, sentence } of remarks) {
    const node = nodeAt(root, path);
    const place = { path, offset: node?.start ?? root.start, hint: sentence };
    if (kind === "unfinished") reporter.add("unfinished_source", () => place);
    if (kind === "doubtful" && (path.length === 0 || node)) reporter.add("doubtful_source", () => (path.length === 0 ? { ...place, name: "" } : place));
    if (kind === "guessed" && node && (value === undefined || textOf(node) === value)) reporter.add("guessed_value", () => place);
  }
}

/** Why there is nothing to store, in the source's own terms; "" where the source does not tell. */
export function noTalkReason(remarks: readonly Remark[]): string {
  return remarks.find(({ kind }) => kind === "no-talk")?.sentence ?? "";
}

/** What the record is instead of a call; null where it is one. */
export function noCallReason(remarks: readonly Remark[]): string | null {
  return remarks.find(({ kind }) => kind === "no-call")?.sentence ?? null;
}

function textOf(node: JsonNode): string | null {
  if (node.type === "string") return node.value;
  return node.type === "number" ? node.source : null;
}
