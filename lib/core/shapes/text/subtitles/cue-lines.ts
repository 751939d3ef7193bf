import { readText } from "@/lib/core/call-ingest/read-number";
import { secondsText } from "@/lib/core/shapes/build/decimal";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { SAYS_NOTHING, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { CueSpeakers, type CueSaid } from "./cue-speakers";
import { cueParts, repeatedLines, type CuePart } from "./cue-text";

export interface CueLines {
  readonly lines: readonly SpokenLine[];
  /** How speakers are told apart in the file. */
  readonly speakers: "named" | "dashes" | "none";
}

interface ReadCue {
  readonly node: JsonNode;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly CuePart[];
}

/** Ours: captions that roll follow one another without a pause. */
const NO_PAUSE_SECONDS = 0.1;

/** What the cues say, in their order, without what rolling captions say twice. */
export function cueLines(cues: readonly JsonNode[], context: ConversionContext): CueLines {
  const read = withoutRepeats(cues.map(readCue), context);
  const speakers = new CueSpeakers(read.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines)));
  const said = read.map((cue) => ({ cue, said: cue.parts.flatMap(({ voice, lines }) => speakers.said(voice, lines)).filter(({ content }) => content !== "") }));
  const all = said.flatMap((entry) => entry.said);
  const kind = all.some(({ word }) => word !== null) ? "named" : all.some(({ changes }) => changes) ? "dashes" : "none";
  const words = wordsOf(all, kind);
  let at = 0;
  const lines = said.flatMap(({ cue, said: parts }) => {
    if (parts.length === 0) context.receipt.drop(cue.node, SAYS_NOTHING);
    return parts.map((part, index): SpokenLine => lineOf(part, cue, { word: words[at++] ?? "", isFirst: index === 0, isLast: index === parts.length - 1 }));
  });
  return { lines, speakers: kind };
}

/** Without a name it is the one who spoke before; a dash hands over to the other of two. */
function wordsOf(all: readonly CueSaid[], kind: CueLines["speakers"]): readonly string[] {
  let current = kind === "named" ? (all.find(({ word }) => word !== null)?.word ?? "") : "A";
  return all.map(({ word, changes }, index) => {
    if (word !== null) current = word;
    else if (kind === "dashes" && changes && index > 0) current = current === "A" ? "B" : "A";
    return current;
  });
}

function lineOf({ content }: CueSaid, { node, start, end }: ReadCue, place: { readonly word: string; readonly isFirst: boolean; readonly isLast: boolean }): SpokenLine {
  const [text, startNode, endNode] = [member(node, "text"), member(node, "start"), member(node, "end")];
  const asWritten = text?.type === "string" && text.value === content;
  const sources: TurnSource[] = text && place.isFirst ? [{ node: text, field: "content", ...(asWritten ? {} : { reason: "Without styling and speakers, on one line" }) }] : [];
  if (startNode && place.isFirst) sources.push({ node: startNode, field: "startSeconds", reason: "Seconds" });
  const hasEnd = endNode && place.isLast && end >= start;
  if (hasEnd) sources.push({ node: endNode, field: "endSeconds", reason: "Seconds" });
  return {
    word: place.word,
    content,
    ...(place.isFirst ? { startSeconds: secondsText(start) } : {}),
    ...(hasEnd ? { endSeconds: secondsText(end) } : {}),
    sources,
  };
}

function readCue(node: JsonNode): ReadCue {
  const seconds = (key: string): number => stampSeconds(readText(member(node, key)) ?? "");
  return { node, start: seconds("start"), end: seconds("end"), parts: cueParts(readText(member(node, "text")) ?? "") };
}

function stampSeconds(stamp: string): number {
  return stamp.replace(",", ".").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function withoutRepeats(cues: readonly ReadCue[], context: ConversionContext): readonly ReadCue[] {
  let before: { readonly lines: readonly string[]; readonly end: number } = { lines: [], end: Number.NEGATIVE_INFINITY };
  return cues.flatMap((cue) => {
    const lines = cue.parts.flatMap((part) => part.lines);
    const repeats = cue.start - before.end <= NO_PAUSE_SECONDS ? repeatedLines(before.lines, lines) : 0;
    before = { lines, end: cue.end };
    if (repeats === 0) return [cue];
    if (repeats < lines.length) return [{ ...cue, parts: dropFirst(cue.parts, repeats) }];
    context.receipt.drop(cue.node, "It only repeats the cue before, as captions do that roll");
    return [];
  });
}

function dropFirst(parts: readonly CuePart[], count: number): readonly CuePart[] {
  let left = count;
  return parts.flatMap((part) => {
    const lines = part.lines.slice(left);
    left = Math.max(0, left - part.lines.length);
    return lines.length === 0 ? [] : [{ ...part, lines }];
  });
}
