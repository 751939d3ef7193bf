import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** One sentence of Zelto's 400, with its place in the text; `[]` where it named none. */
export interface Refusal {
  readonly path: JsonPath;
  readonly message: string;
  /** When Zelto answered, in milliseconds since the epoch; null where that is not known. */
  readonly at: number | null;
}

/** A text and its tree. */
export interface ReadText {
  readonly text: string;
  readonly root: JsonNode | null;
}

/** What stands at a place, letter by letter; null where nothing does. */
function sourceAt({ text, root }: ReadText, path: JsonPath): string | null {
  const node = nodeAt(root ?? undefined, path);
  return node === undefined ? null : text.slice(node.start, node.end);
}

/** Those refusals whose place still reads as it was sent: an edit of the field answers its refusal. */
export function standingRefusals(refusals: readonly Refusal[], sent: ReadText, now: ReadText): readonly Refusal[] {
  if (sent.text === now.text) return refusals;
  return refusals.filter(({ path }) => sourceAt(sent, path) === sourceAt(now, path));
}
