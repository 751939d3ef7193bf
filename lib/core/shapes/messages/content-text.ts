import { readText } from "@/lib/core/call-ingest/read-number";
import type { TurnReading, TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";

/** What a message says, and the leaves that it was read from. */
export interface ContentText {
  readonly text: string;
  readonly sources: readonly TurnSource[];
  /** Parts without words, with the reason. */
  readonly left: TurnReading["left"];
}

const PART_KIND = "Only says what kind of part it is";
const JOINED = "The parts of one message, joined";
const SHOWN_AS_MARK = "A turn is text, so a mark stands for it";
const THOUGHT = "What the model thought and did not say is left out";
const NO_WORDS = "A part without words";

/** What a part is shown as that has no words of its own. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/image/i, "[image]"],
  [/audio/i, "[audio]"],
  [/video/i, "[video]"],
  [/file|document|attachment/i, "[file]"],
];
const THOUGHTS = /thinking|reasoning|thought/i;

/** Reads `content`: null, a text, one part or a list of parts. Texts are joined with line ends; pictures and files become marks. */
export function readContentText(node: JsonNode | undefined): ContentText {
  if (node?.type === "string") return { text: node.value, sources: node.value.trim() === "" ? [] : [{ node, field: "content" }], left: [] };
  const parts = node?.type === "array" ? node.items : node?.type === "object" ? [node] : [];
  return joinParts(parts);
}

/** The words of a message: its content, else what it refuses, else what was heard of it. Other clients write `parts`. */
export function contentOf(item: JsonNode): ContentText {
  const content = readContentText(member(item, "content"));
  if (content.text.trim() !== "") return content;
  for (const node of [member(item, "refusal"), nodeAt(item, ["audio", "transcript"]), member(item, "parts")]) {
    const other = readContentText(node);
    if (other.text.trim() !== "") return { ...other, left: [...content.left, ...other.left] };
  }
  return content;
}

/** The same for a list of parts of which some are read elsewhere. */
export function joinParts(parts: readonly JsonNode[]): ContentText {
  const texts: string[] = [];
  const said: { node: JsonNode; isMark: boolean }[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const part of parts) {
    const { text, node, mark, reason } = readPart(part);
    const type = member(part, "type");
    if (type && (text !== null || mark !== null)) left.push({ node: type, reason: PART_KIND });
    if (text !== null && node) said.push({ node, isMark: false });
    else if (mark !== null) said.push({ node: withoutType(part), isMark: true });
    else left.push({ node: part, reason });
    if (text !== null || mark !== null) texts.push(text ?? mark ?? "");
  }
  const isWhole = texts.length === 1;
  const sources = said.flatMap(({ node, isMark }): TurnSource[] => {
    if (isMark) return [{ node, field: "content", reason: SHOWN_AS_MARK }];
    return [{ node, field: "content", ...(isWhole ? {} : { reason: JOINED }) }];
  });
  return { text: texts.join("\n"), sources, left };
}

interface Part {
  readonly text: string | null;
  readonly node: JsonNode | null;
  readonly mark: string | null;
  readonly reason: string;
}

/** A part's words: its text, its refusal, or what was heard in its sound. */
function readPart(part: JsonNode): Part {
  const kind = readText(member(part, "type")) ?? "";
  if (THOUGHTS.test(kind)) return { text: null, node: null, mark: null, reason: THOUGHT };
  const places = [part, member(part, "text"), nodeAt(part, ["text", "value"]), member(part, "transcript"), member(part, "refusal")];
  const inSound = ["audio", "input_audio"].map((key) => nodeAt(part, [key, "transcript"]));
  const node = [...places, ...inSound].find((place) => place?.type === "string" && place.value.trim() !== "");
  if (node?.type === "string") return { text: node.value, node, mark: null, reason: "" };
  const mark = MARKS.find(([pattern]) => pattern.test(kind === "" ? firstKey(part) : kind))?.[1] ?? null;
  return { text: null, node: null, mark, reason: NO_WORDS };
}

function firstKey(part: JsonNode): string {
  return part.type === "object" ? (part.members[0]?.key ?? "") : "";
}

/** The part's own leaves without its type, which says nothing of what was shown. */
function withoutType(part: JsonNode): JsonNode {
  if (part.type !== "object") return part;
  const members = part.members.filter(({ key }) => key !== "type");
  return members.length === 0 ? part : { ...part, members };
}
