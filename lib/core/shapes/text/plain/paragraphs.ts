import { isBlank, textLines } from "@/lib/core/shapes/text/text-lines";
import { textLeaf } from "@/lib/core/shapes/text/text-tree";
import type { JsonStringNode } from "@/lib/core/text/json-node";

/** The lines of a text as leaves, in paragraphs that empty lines part. */
export function paragraphsOf(text: string): readonly (readonly JsonStringNode[])[] {
  const paragraphs: JsonStringNode[][] = [];
  let open: JsonStringNode[] | null = null;
  for (const line of textLines(text)) {
    if (isBlank(line)) {
      open = null;
      continue;
    }
    if (!open) paragraphs.push((open = []));
    const content = line.text.trim();
    const from = line.start + line.text.length - line.text.trimStart().length;
    open.push(textLeaf(content, from, from + content.length));
  }
  return paragraphs;
}
