import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { inlineLabels } from "@/lib/core/shapes/build/labelled-text";
import { leafGroup, textLeaf, textTree } from "@/lib/core/shapes/text/text-tree";
import { isBlank, textLines, type TextLine } from "@/lib/core/shapes/text/text-lines";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";
import { readLabelLine, type LabelLine } from "./label-line";
import { labelKey, speakerLabels } from "./speaker-labels";

/** Ours: the beginning tells what a text is; reading more of a log of megabytes would only take longer. */
const SAMPLE_LINES = 400;
const SAMPLE_CHARACTERS = 64 * 1024;

/** Labels of one-line transcripts; only these are sure enough to split a line in its middle. */
const INLINE_WORDS = ["user", "assistant", "agent", "customer", "caller", "bot", "ai", "human", "client"] as const;

interface LabelledLine {
  readonly line: TextLine;
  readonly label: LabelLine | null;
}

/** How much a text looks like a transcript with speaker labels, 0 to 1. */
export function labelledLikeness(text: string): number {
  const lines = labelLines(textLines(text.slice(0, SAMPLE_CHARACTERS), SAMPLE_LINES));
  const labels = speakersOf(lines);
  const spoken = lines.filter(({ label }) => label !== null && labels.has(labelKey(label.word)));
  if (labels.size < 2 || spoken.length < 2) return inlineSides(text) ? 0.6 : 0;
  const coverage = spoken.length / lines.length;
  const roles = new Set([...labels].map(canonicalRole));
  if (roles.has("assistant") && roles.has("user")) return coverage >= 0.5 ? 0.95 : coverage >= 0.1 ? 0.75 : 0;
  // Labels that nobody knows have to cover most lines, and to be the only ones.
  const looking = lines.filter(({ label }) => label !== null).length;
  return coverage >= 0.5 && labels.size <= 12 && spoken.length >= looking * 0.7 ? 0.8 : 0;
}

/** The turns of the text as leaves: the label, its time, and what is said up to the next label, inner line ends kept. */
export function readLabelled(text: string): JsonObjectNode | null {
  const lines = labelLines(textLines(text));
  const labels = speakersOf(lines);
  const starts = lines.flatMap(({ line, label }) => (label !== null && labels.has(labelKey(label.word)) ? [{ line, label }] : []));
  if (starts.length < 2) return readInline(text);
  const before = lines.filter(({ line }) => line.start < (starts[0]?.line.start ?? 0));
  const turns = starts.map(({ line, label }, index) => {
    const end = starts[index + 1]?.line.start ?? text.length;
    const words = text.slice(line.start + label.textStart, end);
    const content = words.trim();
    const from = line.start + label.textStart + words.length - words.trimStart().length;
    const { word, wordStart, time } = label;
    return leafGroup([
      ["time", time ? textLeaf(time.text, line.start + time.start, line.start + time.start + time.text.length) : undefined],
      ["label", textLeaf(word, line.start + wordStart, line.start + wordStart + word.length)],
      ["text", content === "" ? undefined : textLeaf(content, from, from + content.length)],
    ]);
  });
  return textTree("labelled-text", [["before", before.map(({ line }) => lineLeaf(line))], ["turns", turns]]);
}

function readInline(text: string): JsonObjectNode | null {
  const pieces = inlineLabels(text, INLINE_WORDS);
  if (!pieces) return null;
  const turns = pieces.map(({ word, wordStart, content, start }): JsonNode => {
    const said = content === "" ? undefined : textLeaf(content, start, start + content.length);
    return leafGroup([["label", textLeaf(word, wordStart, wordStart + word.length)], ["text", said]]);
  });
  return textTree("labelled-text", [["turns", turns]]);
}

function inlineSides(text: string): boolean {
  const pieces = text.length > SAMPLE_CHARACTERS ? null : inlineLabels(text, INLINE_WORDS);
  const roles = new Set(pieces?.map(({ word }) => canonicalRole(word)));
  return roles.has("assistant") && roles.has("user");
}

function lineLeaf({ text, start }: TextLine): JsonNode {
  const content = text.trim();
  const from = start + text.length - text.trimStart().length;
  return textLeaf(content, from, from + content.length);
}

function labelLines(lines: readonly TextLine[]): readonly LabelledLine[] {
  return lines.filter((line) => !isBlank(line)).map((line) => ({ line, label: readLabelLine(line.text) }));
}

function speakersOf(lines: readonly LabelledLine[]): ReadonlySet<string> {
  return speakerLabels(lines.flatMap(({ label }) => label ?? []), lines.length);
}
