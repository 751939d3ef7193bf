import type { Draft } from "@/lib/core/draft/draft";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { parseJson } from "@/lib/core/text/scan-json";

/** The text as JSON. While it is broken, `root` and `goodText` stand still on the last state that was whole. */
export interface DraftView {
  readonly text: string;
  readonly root: JsonNode | null;
  /** The text that `root` is the tree of; equal to `text` unless that is broken. */
  readonly goodText: string;
  readonly syntax: JsonSyntaxProblem | null;
}

/** Reads a draft's text; `before` is what the panes showed until now. */
export function viewDraft(draft: Draft, before: DraftView | null): DraftView {
  if (before?.text === draft.text) return before;
  const parsed = parseJson(draft.text);
  if (parsed.ok) return { text: draft.text, root: parsed.value.root, goodText: draft.text, syntax: null };
  return { text: draft.text, root: before?.root ?? null, goodText: before?.goodText ?? "", syntax: parsed.error };
}
