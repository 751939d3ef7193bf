import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { readTurnClock } from "@/lib/core/shapes/build/turn-clock";
import { dropLeftovers } from "@/lib/core/shapes/build/turn-draft";
import { takeUnlabelled } from "@/lib/core/shapes/build/unlabelled-turn";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { ConversionOptions } from "@/lib/core/shapes/convert-options";
import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { keepTranscript, takeCents, takeRetellAgent, takeRetellInstant } from "./convert-retell";
import { retellChat } from "./detect-retell-source";
import { retellOptions } from "./retell-options";
import { RETELL_LEFTOVERS, readRetellList, readRetellText, type RetellReading } from "./retell-turns";

/** Ours: what is worth keeping of a chat. It has no phone numbers; people put them into metadata and variables. */
const KEPT = ["chat_type", "chat_status", "chat_analysis", "collected_dynamic_variables", "retell_llm_dynamic_variables", "metadata", "custom_attributes"] as const;

/** Converts the body of a chat's webhook into a canonical call, for the editor: without questions and remarks. */
export function convertRetellChatBody(root: JsonNode, receipt: ReceiptBuilder, options: ConversionOptions): JsonObjectNode {
  const draft = new CanonicalDraft(receipt);
  const chat = retellChat(root);
  const reading = fillChat(draft, root, { options, context: null });
  if (reading.turns.length === 0) keepTranscript(draft, chat);
  const built = draft.build(reading.turns);
  dropLeftovers(receipt, reading, RETELL_LEFTOVERS);
  return built;
}

/** Converts a chat of Retell's API or of its webhook. */
export function convertRetellChat(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const chat = retellChat(root);
  const reading = fillChat(draft, root, { options: retellOptions(context), context });
  const turns = reading.turns.length > 0 ? reading.turns : takeUnlabelled(member(chat, "transcript"), context);
  if (turns.length === 0) keepTranscript(draft, chat);
  takeDerivedId(draft, context, turns);
  takeMissingAgent(draft, context);
  if (readText(member(chat, "chat_status")) === "ongoing") context.remark({ kind: "unfinished", path: [], sentence: "Retell says that this chat is ongoing, so it may have gone on after this was written." });
  if (turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: "Nobody wrote anything in this chat, or this is a line of a list, which has no messages." });
  return finishCall(draft, context, { reading: { ...reading, turns }, leftovers: RETELL_LEFTOVERS });
}

interface ChatOptions {
  readonly options: ConversionOptions;
  readonly context: ConversionContext | null;
}

function fillChat(draft: CanonicalDraft, root: JsonNode, { options, context }: ChatOptions): RetellReading {
  const chat = retellChat(root);
  draft.takeText("call.externalId", member(chat, "chat_id"));
  takeRetellAgent(draft, chat);
  const list = member(chat, "message_with_tool_calls");
  const items = list?.type === "array" ? list.items : [];
  const times = items.map((item) => readInstant(member(item, "created_timestamp")));
  const started = takeTimes(draft, chat, items);
  const read = readRetellList(items, { options, clock: readTurnClock(times, started, context) });
  takeCents(draft, nodeAt(chat, ["chat_cost", "combined_cost"]) ?? nodeAt(chat, ["chat_cost", "total_cost"]));
  draft.note("convertedFrom", "retell");
  if (chat !== root) draft.keep("event", member(root, "event"));
  for (const key of KEPT) draft.keep(key, member(chat, key));
  return read.turns.length > 0 ? { ...read, scrubbed: false } : readRetellText(chat);
}

/** A chat lasts from its start to its end; where they are not stated, from its first message to its last. Answers the stated start. */
function takeTimes(draft: CanonicalDraft, chat: JsonNode, items: readonly JsonNode[]): Instant | null {
  const stated = takeRetellInstant(draft, "call.startedAt", member(chat, "start_timestamp"));
  const ended = takeRetellInstant(draft, "call.endedAt", member(chat, "end_timestamp"));
  const nodes = items.flatMap((item) => member(item, "created_timestamp") ?? []).filter((node) => readInstant(node) !== null);
  const [first, last] = [nodes[0], nodes.at(-1)];
  const [firstAt, lastAt] = [readInstant(first), readInstant(last)];
  if (!stated && first && firstAt) draft.takeInstant("call.startedAt", firstAt, { node: first, reason: "The first message's time: no start is stated" });
  const [from, to] = [stated ?? firstAt, ended ?? lastAt];
  if (from && to && to.ms >= from.ms && (ended ?? !stated)) draft.putDuration(wholeSeconds((to.ms - from.ms) / 1000));
  return stated;
}
