import { readText } from "@/lib/core/call-ingest/read-number";
import { numberText } from "@/lib/core/shapes/build/decimal";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { SAYS_NOTHING, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { htmlText } from "@/lib/core/shapes/messages/html-text";
import { listClock, type ListClock, type TurnStart } from "@/lib/core/shapes/messages/list-clock";
import { newestFirst, remarkTurnedRound } from "@/lib/core/shapes/messages/newest-first";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { isInternalNote } from "./internal-notes";
import { plainKey } from "./near-keys";
import { SIDE_KEYS, unitOfKey } from "./key-words";
import type { ListItems } from "./list-items";
import { speakerWord } from "./speaker-word";
import type { Template } from "./template";

/** The lines of a list with all that is known of them. */
export interface LinesRead {
  readonly lines: readonly SpokenLine[];
  readonly items: readonly JsonNode[];
  readonly left: TurnReading["left"];
  readonly clock: ListClock;
}

const NOTE = "An internal note: it was not said to the customer";
/** A text that begins with a tag of a message editor is markup, whatever its key is called. */
const MARKUP = /^\s*<(?:p|div|span|html|body|table|ul|ol|br|h[1-6]|a|b|i|strong|em|blockquote)\b[^<>]*>/i;
const FROM_TEXT = "Read out of this text";

interface LineOptions {
  readonly context: ConversionContext;
  /** The call's start, where the record states it. */
  readonly startMs: number | null;
}

/** Reads the lines of a list as a template says: notes of the team and what has no words stay out. */
export function readLines({ items: inOrder, holder }: ListItems, template: Template, { context, startMs }: LineOptions): LinesRead {
  const timeOf = (item: JsonNode): JsonNode | undefined => (template.start ? leafAt(item, template.start) : undefined);
  const turned = newestFirst(inOrder, timeOf);
  if (turned.isTurned) remarkTurnedRound(context);
  const left: { node: JsonNode; reason: string }[] = [];
  const spoken = turned.items.filter((item) => {
    const reason = isInternalNote(item) ? NOTE : contentOf(item, template).trim() === "" ? SAYS_NOTHING : null;
    if (reason !== null) left.push({ node: item, reason });
    return reason === null;
  });
  const unit = template.timeUnit ?? unitOfKey(String(template.start?.at(-1) ?? ""));
  const ends = template.end ? spoken.map((item) => leafAt(item, template.end ?? [])) : [];
  // Starts and ends are one list, so that they are read in one unit and from one zero.
  const clock = listClock([...spoken.map(timeOf), ...ends], context, { unit, startMs });
  const lines = spoken.map((item, index): SpokenLine => {
    const held = holder === null ? null : { node: holder, isFirst: index === 0 };
    return lineOf(item, template, { holder: held, start: clock.starts[index], end: ends.length > 0 ? clock.starts[spoken.length + index] : undefined });
  });
  return { lines, items: holder === null ? spoken : [], left: holder === null ? left : [], clock };
}

interface LineParts {
  /** The text that the item was read from, where it is no node of the record. */
  readonly holder: { readonly node: JsonNode; readonly isFirst: boolean } | null;
  readonly start: TurnStart | undefined;
  readonly end: TurnStart | undefined;
}

function lineOf(item: JsonNode, template: Template, { holder, start, end }: LineParts): SpokenLine {
  const wordNode = nodeAt(item, template.role);
  const content = contentOf(item, template);
  const endSeconds = end?.startSeconds !== undefined && Number(end.startSeconds) >= Number(start?.startSeconds ?? 0) ? end.startSeconds : undefined;
  const sources = holder ? heldSources(holder) : ownSources(item, template, { content, start, end: endSeconds === undefined ? undefined : end });
  return {
    word: speakerWord(wordText(wordNode, String(template.role.at(-1) ?? ""))),
    content,
    ...(holder ? {} : { wordNode }),
    ...(start?.startSeconds === undefined ? {} : { startSeconds: start.startSeconds }),
    ...(endSeconds === undefined ? {} : { endSeconds }),
    sources,
  };
}

function heldSources({ node, isFirst }: { readonly node: JsonNode; readonly isFirst: boolean }): readonly TurnSource[] {
  return isFirst ? [{ node, field: "content", reason: FROM_TEXT }] : [];
}

interface OwnParts {
  readonly content: string;
  readonly start: TurnStart | undefined;
  readonly end: TurnStart | undefined;
}

function ownSources(item: JsonNode, template: Template, { content, start, end }: OwnParts): readonly TurnSource[] {
  const textNode = nodeAt(item, template.text);
  const sources: TurnSource[] = textNode ? [{ node: textNode, field: "content", ...(readText(textNode) === content ? {} : { reason: "Written as text" }) }] : [];
  const ends = end?.sources.map((source): TurnSource => ({ ...source, field: "endSeconds" })) ?? [];
  return [...sources, ...(start?.sources ?? []), ...ends];
}

/** Who speaks, as a text: a number of a voice too, and true or false under a key that names a side. Without a word it is nobody known. */
function wordText(node: JsonNode | undefined, key: string): string {
  const side = SIDE_KEYS.get(plainKey(key));
  if (side !== undefined && (node?.type === "true" || node?.type === "false")) return (node.type === "true") === (side === "Customer") ? "Customer" : "Agent";
  const text = readText(node) ?? numberText(node) ?? "";
  return text.trim() === "" ? "unknown" : /^\d{1,2}$/.test(text) ? `speaker ${text}` : text;
}

/** What is said: a text, or the markup that it is kept in. */
function contentOf(item: JsonNode, template: Template): string {
  const node = nodeAt(item, template.text);
  const text = readText(node) ?? numberText(node) ?? "";
  return plainKey(String(template.text.at(-1) ?? "")).includes("html") || MARKUP.test(text) ? htmlText(text) : text;
}

function leafAt(item: JsonNode, path: Template["text"]): JsonNode | undefined {
  const node = nodeAt(item, path);
  return node?.type === "string" || node?.type === "number" ? node : undefined;
}
