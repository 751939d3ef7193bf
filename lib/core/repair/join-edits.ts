import type { TextEdit } from "@/lib/core/text/text-edit";

/** Makes edits that are all meant for one text, in its order and without overlap, in one pass. */
export function joinEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { offset, removed, inserted } of edits) {
    parts.push(text.slice(from, offset), inserted);
    from = offset + removed.length;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
