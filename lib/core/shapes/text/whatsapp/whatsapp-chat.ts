import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { spokenTurns, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { SAYS_NOTHING, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { finishTextCall } from "@/lib/core/shapes/text/finish-text-call";
import { plainCharacters } from "@/lib/core/shapes/text/moments/written-date";
import { remarkTimes, turnOffsets } from "@/lib/core/shapes/text/moments/turn-offsets";
import { findTextTree, partsOf } from "@/lib/core/shapes/text/text-tree";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { isNotice, readMessageText } from "./message-text";
import { chatLikeness, readChat } from "./read-chat";

/** A chat that WhatsApp exported as a text. */
export const WHATSAPP_CHAT: TextShapeModule = {
  shape: "whatsapp-chat",
  likeness: chatLikeness,
  read: readChat,
  inspect: (root) => findTextTree(root, { format: "whatsapp-chat", score: 0.95, reasons: ["Lines begin with a date, a time and a sender"] }),
  convert,
  dropReason: ([list, , part]) => (list === "before" ? "It stands before the first message" : part === "notice" ? NOTICE : "Turns have no field for it"),
};

const NOTICE = "A notice of WhatsApp, which nobody sent";

interface Message {
  readonly node: JsonNode;
  readonly content: string;
  readonly reason: string | null;
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const messages = partsOf(root, "messages").flatMap((node) => readMessage(node, context) ?? []);
  const times = turnOffsets(messages.map(({ node }) => plainCharacters(readText(member(node, "time")) ?? "")), context);
  const lines = messages.map(({ node, content, reason }, index): SpokenLine => {
    const [time, sender, text] = [member(node, "time"), member(node, "sender"), member(node, "text")];
    const startSeconds = times.offsets[index];
    const sources: TurnSource[] = text ? [{ node: text, field: "content", ...(reason === null ? {} : { reason }) }] : [];
    if (time && startSeconds !== undefined) sources.push({ node: time, field: "startSeconds", reason: "Seconds since the first message" });
    else if (time) context.receipt.drop(time, times.reason);
    return { word: plainCharacters(readText(sender) ?? "").trim(), wordNode: sender, content, sources, ...(startSeconds === undefined ? {} : { startSeconds }) };
  });
  const first = messages[0] && member(messages[0].node, "time");
  if (times.startedAt && first) draft.takeInstant("call.startedAt", times.startedAt, { node: first, reason: "When the first message was sent, in the zone that was named" });
  remarkTimes(times, context);
  return finishTextCall(root, context, { draft, turns: spokenTurns(lines, context) });
}

/** Null for a notice and for what says nothing. */
function readMessage(node: JsonNode, context: ConversionContext): Message | null {
  const said = readText(member(node, "text")) ?? "";
  if (!member(node, "sender") || isNotice(said)) {
    context.receipt.drop(node, NOTICE);
    return null;
  }
  const { content, reason } = readMessageText(said);
  if (content.trim() !== "") return { node, content, reason };
  context.receipt.drop(node, reason ?? SAYS_NOTHING);
  return null;
}
