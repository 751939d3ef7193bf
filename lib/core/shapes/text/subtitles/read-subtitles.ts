import { isBlank, textLines, type TextLine } from "@/lib/core/shapes/text/text-lines";
import { leafGroup, textLeaf, textTree } from "@/lib/core/shapes/text/text-tree";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";

/** Hours may be missing in VTT, and players take a comma and a point alike. */
const STAMP = "(?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}";
const TIMING = new RegExp(`^\\s*(${STAMP})\\s*-->\\s*(${STAMP})(?:\\s+(.*\\S))?\\s*$`);
/** Ours: a longer line is no timing; it is not searched, since much white space would make that slow. */
const MAX_TIMING = 400;
const HEADER = /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/;

/** How much a text looks like SRT or VTT subtitles, 0 to 1: by its header, or by a first cue with its number and times. */
export function subtitleLikeness(text: string): number {
  const head = text.slice(0, 4096);
  const [first, second] = textLines(head, 40).filter((line) => !isBlank(line));
  if (!first) return 0;
  if (HEADER.test(head)) return 0.99;
  const hasNumber = /^\s*\d{1,6}\s*$/.test(first.text) && second !== undefined && isTiming(second);
  return hasNumber || isTiming(first) ? 0.98 : 0;
}

function isTiming({ text }: TextLine): boolean {
  return text.length <= MAX_TIMING && TIMING.test(text);
}

interface Cue {
  readonly id: TextLine | null;
  readonly timing: TextLine;
  readonly lines: TextLine[];
}

/** The cues as leaves: number, start, end, settings, and the text with its inner line ends. Notes and styles stand under `other`. */
export function readSubtitles(text: string): JsonObjectNode | null {
  const lines = textLines(text);
  const cues: Cue[] = [];
  const other: TextLine[] = [];
  let open: Cue | null = null;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (isTiming(line)) {
      const id = idBefore(lines[index - 1], open, other);
      cues.push((open = { id, timing: line, lines: [] }));
    } else if (isBlank(line)) open = null;
    // A number right before a timing opens the next cue, also where the empty line between them is missing.
    else if (open && !(next && isTiming(next) && /^\s*\d{1,6}\s*$/.test(line.text))) open.lines.push(line);
    else {
      open = null;
      other.push(line);
    }
  }
  if (cues.length === 0) return null;
  return textTree("subtitles", [["other", other.map(wholeLine)], ["cues", cues.map((cue) => cueLeaves(cue, text))]]);
}

/** The line above a timing is the cue's name, unless it is the text of the cue before. */
function idBefore(line: TextLine | undefined, open: Cue | null, other: TextLine[]): TextLine | null {
  if (!line || isBlank(line) || open || other.at(-1) !== line || HEADER.test(line.text)) return null;
  other.pop();
  return line;
}

function cueLeaves({ id, timing, lines }: Cue, text: string): JsonNode {
  const [, start = "", end = "", settings] = TIMING.exec(timing.text) ?? [];
  const at = (part: string, from: number): JsonNode => textLeaf(part, timing.start + from, timing.start + from + part.length);
  const [first, last] = [lines[0], lines.at(-1)];
  const startAt = timing.text.indexOf(start);
  const endAt = timing.text.indexOf(end, timing.text.indexOf("-->"));
  return leafGroup([
    ["id", id ? wholeLine(id) : undefined],
    ["start", at(start, startAt)],
    ["end", at(end, endAt)],
    ["settings", settings === undefined ? undefined : at(settings, timing.text.lastIndexOf(settings))],
    ["text", first && last ? textLeaf(text.slice(first.start, last.end), first.start, last.end) : undefined],
  ]);
}

function wholeLine({ text, start, end }: TextLine): JsonNode {
  return textLeaf(text, start, end);
}
