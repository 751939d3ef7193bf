import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import type { TurnDraft, TurnReading, TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { htmlText } from "./html-text";
import type { TurnStart } from "./list-clock";
import { timedTurn } from "./turn-parts";

const NOTE = "An internal note: it was not said to the customer";
const DELETED = "It was deleted in Intercom";
const EVENT = "A step of the team, such as an assignment: nothing was said";
const MARKUP = "Its markup was taken off";
const FILE = "A turn is text, so a mark stands for the file";
const OUR_SIDE = new Set(["admin", "bot", "team"]);
const THEIR_SIDE = new Set(["user", "lead", "contact"]);

export const INTERCOM_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["author", "Of an author only the side is a turn's"],
  ["attachments", "Of a file only a mark is kept"],
  ["id", "Turns have no id"],
  ["type", "Only says what kind of part it is"],
  ["part_type", "Only says what kind of part it is"],
]);

/** One message of a conversation: its source, or a part. */
export interface IntercomPart {
  readonly node: JsonNode;
  readonly start: TurnStart | undefined;
}

export interface IntercomReading extends TurnReading {
  /** Places of the turns that the AI agent wrote. */
  readonly byAiAgent: readonly number[];
}

/** The turns of a conversation: what customers and team wrote to each other. Notes among the team and steps without words stay out. */
export function readIntercomTurns(parts: readonly IntercomPart[]): IntercomReading {
  const turns: TurnDraft[] = [];
  const byAiAgent: number[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const { node, start } of parts) {
    const reason = silentReason(node);
    const turn = reason === null ? readPart(node) : null;
    if (turn === null) {
      left.push({ node, reason: reason ?? EVENT });
      continue;
    }
    if (isByAiAgent(node)) byAiAgent.push(turns.length);
    turns.push(timedTurn(turn, start));
  }
  return { turns, items: parts.map(({ node }) => node), left, byAiAgent };
}

function silentReason(part: JsonNode): string | null {
  if (/note/i.test(readText(member(part, "part_type")) ?? "")) return NOTE;
  return member(part, "redacted")?.type === "true" ? DELETED : null;
}

function readPart(part: JsonNode): TurnDraft | null {
  const bodyNode = member(part, "body");
  const body = readText(bodyNode) ?? "";
  const text = htmlText(body).trim();
  const files = filesOf(part);
  const content = [text, ...files.map(() => "[file]")].filter((line) => line !== "").join("\n");
  if (content === "") return null;
  const authorNode = nodeAt(part, ["author", "type"]);
  const role = sideOf(readText(authorNode) ?? "");
  const said: TurnSource[] = bodyNode && text !== "" ? [{ node: bodyNode, field: "content", ...(content === body ? {} : { reason: MARKUP }) }] : [];
  const shown = files.map((node): TurnSource => ({ node, field: "content", reason: FILE }));
  const side: TurnSource[] = authorNode ? [{ node: authorNode, field: "role", ...(readText(authorNode) === role ? {} : { reason: "Zelto's word for it" }) }] : [];
  return { role, content, sources: [...side, ...said, ...shown] };
}

function filesOf(part: JsonNode): readonly JsonNode[] {
  const list = member(part, "attachments");
  return list?.type === "array" ? list.items.filter(({ type }) => type === "object") : [];
}

/** Admins, bots and teams are our side; a word that nobody knows wrote as the team does. */
function sideOf(word: string): string {
  if (THEIR_SIDE.has(word)) return "user";
  return OUR_SIDE.has(word) ? "assistant" : (canonicalRole(word) ?? "assistant");
}

function isByAiAgent(part: JsonNode): boolean {
  return nodeAt(part, ["author", "from_ai_agent"])?.type === "true" || nodeAt(part, ["author", "is_ai_answer"])?.type === "true";
}
