import { mayBeLabel } from "@/lib/core/shapes/text/labelled/speaker-labels";
import { isBlank, textLines, type TextLine } from "@/lib/core/shapes/text/text-lines";
import { leafGroup, textLeaf, textTree } from "@/lib/core/shapes/text/text-tree";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";
import { readChatLine, type ChatLine } from "./chat-line";

const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_LINES = 400;
/** Ours: long messages go on over many lines, but not over this many each. */
const LEAST_SHARE = 0.15;

interface ChatHead {
  readonly line: TextLine;
  readonly head: ChatLine;
}

/** How much a text looks like an export of a WhatsApp chat, 0 to 1: it begins with a message's head, and others follow. */
export function chatLikeness(text: string): number {
  const lines = textLines(text.slice(0, SAMPLE_CHARACTERS), SAMPLE_LINES).filter((line) => !isBlank(line));
  const heads = headsOf(lines);
  const sent = heads.filter(({ head }) => head.sender !== null);
  if (sent.length === 0 || heads.length < 2 || heads[0]?.line !== lines[0]) return 0;
  const people = sent.filter(({ head }) => mayBeSender(head.sender?.text ?? ""));
  return heads.length >= lines.length * LEAST_SHARE && people.length > sent.length / 2 ? 0.97 : 0;
}

function mayBeSender(name: string): boolean {
  // A log's level in the place of a name; names in small letters are common here.
  return mayBeLabel(name.charAt(0).toUpperCase() + name.slice(1)) || name.split(/\s+/).length > 4;
}

/** The messages as leaves: time, sender, and what is said up to the next head; a notice has no sender. */
export function readChat(text: string): JsonObjectNode | null {
  const lines = textLines(text);
  const heads = headsOf(lines);
  const [first] = heads;
  if (!first) return null;
  const before = lines.filter((line) => line.start < first.line.start && !isBlank(line)).map(({ text: said, start, end }) => textLeaf(said, start, end));
  const messages = heads.map(({ line, head }, index): JsonNode => {
    const from = line.start + head.textStart;
    const raw = text.slice(from, heads[index + 1]?.line.start ?? text.length);
    const said = raw.trimEnd();
    const { time, sender } = head;
    return leafGroup([
      ["time", textLeaf(time.text, line.start + time.start, line.start + time.start + time.text.length)],
      ["sender", sender ? textLeaf(sender.text, line.start + sender.start, line.start + sender.start + sender.text.length) : undefined],
      [sender ? "text" : "notice", said === "" ? undefined : textLeaf(said, from, from + said.length)],
    ]);
  });
  return textTree("whatsapp-chat", [["before", before], ["messages", messages]]);
}

function headsOf(lines: readonly TextLine[]): readonly ChatHead[] {
  return lines.flatMap((line) => {
    const head = readChatLine(line.text);
    return head ? [{ line, head }] : [];
  });
}
