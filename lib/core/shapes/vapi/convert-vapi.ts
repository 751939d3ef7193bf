import { readNumber, readText } from "@/lib/core/call-ingest/read-number";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { instantAt, readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import { dropLeftovers, type TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import { takeFirstSystemTurn } from "@/lib/core/shapes/build/system-prompt";
import { VAPI_LEFTOVERS, readVapiTurns } from "./vapi-turns";

/** Ours: what is worth keeping of a Vapi message beside the fields of CallIngest; all else may hold secrets and is left out. */
const KEPT = ["endedMessage", "structuredOutputs", "campaignId", "transfers", "phoneCallTransport", "transport"] as const;
const KEPT_ANALYSIS = ["summary", "successEvaluation", "structuredData"] as const;
const DIRECTIONS: ReadonlyMap<string, string> = new Map([["inboundPhoneCall", "inbound"], ["outboundPhoneCall", "outbound"], ["webCall", "web"]]);

/** Recordings in the order in which they are worth having: one address for both sides first, per side last. */
const RECORDINGS: readonly JsonPath[] = [
  ["recordingUrl"],
  ["recording", "mono", "combinedUrl"],
  ["stereoRecordingUrl"],
  ["recording", "stereoUrl"],
];

/** Converts a Vapi webhook body (`{ "message": … }`) into a canonical call. Marks on the receipt what it takes. */
export function convertVapi(root: JsonNode, receipt: ReceiptBuilder): JsonObjectNode {
  const message = member(root, "message");
  // Newer bodies hold in `artifact` what older ones hold in the message or in the call; the first that has it counts.
  const places: readonly JsonPath[] = [[], ["artifact"], ["call"], ["call", "artifact"]];
  const scopes = places.flatMap((place) => nodeAt(message, place) ?? []);
  const find = (...path: JsonPath): JsonNode | undefined => findIn(scopes, path);
  const draft = new CanonicalDraft(receipt);
  takeIdentity(draft, message, find);
  const reading = readVapiTurns(messageScopes(message), readInstant(find("startedAt"))?.ms ?? null);
  const turns = takeSystemPrompt(draft, reading.turns, { find, receipt });
  takeTimes(draft, message, find);
  draft.takeText("call.endedReason", find("endedReason"), "endedReason");
  const cost = find("cost") ?? find("costBreakdown", "total");
  if (cost) draft.takeCost(cost, { key: "cost" });
  for (const path of RECORDINGS) if (!draft.has("call.recordingUrl")) draft.takeText("call.recordingUrl", find(...path));
  const customer = find("customer", "number") ?? find("customer", "sipUri");
  draft.takeCustomerNumber(customer, "customerNumber");
  draft.takeText("call.customer.name", find("customer", "name"), "customerName");
  keepTheRest(draft, { message, find, hasTurns: turns.length > 0 });
  const built = draft.build(turns);
  dropLeftovers(receipt, reading, VAPI_LEFTOVERS);
  return built;
}

type Find = (...path: JsonPath) => JsonNode | undefined;

function findIn(scopes: readonly JsonNode[], path: JsonPath): JsonNode | undefined {
  for (const scope of scopes) {
    const node = nodeAt(scope, path);
    if (node && node.type !== "null") return node;
  }
  return undefined;
}

/** The artifact first: where all lists are equally long it is the newest form. */
function messageScopes(message: JsonNode | undefined): readonly JsonNode[] {
  const places: readonly JsonPath[] = [["artifact"], [], ["call"], ["call", "artifact"]];
  return places.flatMap((place) => nodeAt(message, place) ?? []);
}

function takeIdentity(draft: CanonicalDraft, message: JsonNode | undefined, find: Find): void {
  draft.takeText("call.externalId", nodeAt(message, ["call", "id"]));
  const ofCall = (key: string): JsonNode | undefined => nodeAt(message, ["call", key]);
  const agents = [ofCall("assistantId"), find("assistant", "id"), find("assistantId"), ofCall("squadId"), ofCall("workflowId")];
  for (const agent of agents) if (!draft.has("agent.externalId")) draft.takeText("agent.externalId", agent);
  draft.takeText("agent.name", find("assistant", "name"), "agentName");
  draft.takeText("version", find("assistantVersion"), "assistantVersion");
}

/** The first system message becomes the prompt, later ones stay turns; without one the assistant's own prompt is taken. */
function takeSystemPrompt(
  draft: CanonicalDraft,
  turns: readonly TurnDraft[],
  from: { readonly find: Find; readonly receipt: ReceiptBuilder },
): readonly TurnDraft[] {
  const spoken = takeFirstSystemTurn(draft, turns, from.receipt);
  if (spoken.length < turns.length) return spoken;
  const messages = from.find("assistant", "model", "messages");
  const prompt = messages?.type === "array" ? messages.items.find((item) => readText(member(item, "role")) === "system") : undefined;
  draft.takeText("systemPrompt", member(prompt, "content"));
  return turns;
}

function takeTimes(draft: CanonicalDraft, message: JsonNode | undefined, find: Find): void {
  const scopes = messageScopes(message);
  const started =
    takeStated(draft, "call.startedAt", find("startedAt")) ??
    takeFromMessages(draft, "call.startedAt", scopes) ??
    takeStated(draft, "call.startedAt", find("createdAt"));
  const ended = takeStated(draft, "call.endedAt", find("endedAt")) ?? takeFromMessages(draft, "call.endedAt", scopes);
  const lengths = [["durationSeconds", 1], ["durationMs", 0.001], ["durationMinutes", 60]] as const;
  if (started && ended && ended.ms >= started.ms) {
    draft.putDuration(wholeSeconds((ended.ms - started.ms) / 1000));
    draft.keep("durationSeconds", find("durationSeconds"));
    return;
  }
  for (const [key, scale] of lengths) {
    const node = find(key);
    const seconds = Number(numberText(node) ?? Number.NaN) * scale;
    if (!node || !Number.isFinite(seconds) || seconds < 0) continue;
    draft.takeDuration(wholeSeconds(seconds), node, key);
    return;
  }
}

function takeStated(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", node: JsonNode | undefined): Instant | null {
  const instant = readInstant(node);
  if (instant && node) draft.takeInstant(field, instant, { node });
  else if (node) draft.keep(field.slice("call.".length), node);
  return instant;
}

/** Bodies of 2024 state neither start nor end: the first `time` and the last `endTime` of their messages say it. */
function takeFromMessages(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", scopes: readonly JsonNode[]): Instant | null {
  const lists = scopes.flatMap((scope) => {
    const list = member(scope, "messages");
    return list?.type === "array" ? [list.items] : [];
  });
  const items = lists.sort((left, right) => right.length - left.length)[0] ?? [];
  const isStart = field === "call.startedAt";
  const nodes = items.flatMap((item) => member(item, isStart ? "time" : "endTime") ?? []).filter((node) => readNumber(node) !== null);
  const node = isStart ? nodes[0] : nodes.at(-1);
  const ms = readNumber(node);
  const instant = ms === null ? null : instantAt(ms);
  const reason = isStart ? "The first message's time: the body states no start" : "The last message's end: the body states no end";
  if (node && instant) draft.takeInstant(field, instant, { node, reason });
  return instant;
}

function keepTheRest(draft: CanonicalDraft, from: { readonly message: JsonNode | undefined; readonly find: Find; readonly hasTurns: boolean }): void {
  draft.note("convertedFrom", "vapi");
  draft.keep("type", member(from.message, "type"));
  const type = nodeAt(from.message, ["call", "type"]);
  draft.keep("callType", type);
  const direction = DIRECTIONS.get(readText(type) ?? "");
  if (direction !== undefined) draft.note("direction", direction);
  for (const key of KEPT) draft.keep(key, from.find(key));
  draft.keepMembers("analysis", from.find("analysis"), KEPT_ANALYSIS);
  // A transcript without labels says what was said and not by whom: it is kept, and a person can make turns of it.
  if (!from.hasTurns) draft.keep("transcript", from.find("transcript"));
}

const CONVERSATION_KEYS = ["messages", "messagesOpenAIFormatted", "conversation", "transcript"] as const;

/** Why a leaf of a Vapi body is left out. */
export function vapiDropReason(path: JsonPath): string {
  const keys = new Set(path);
  if (CONVERSATION_KEYS.some((key) => keys.has(key))) return "The conversation stands in the body more than once, and one form of it was taken";
  if (path.some((key) => /recording|presigned/i.test(String(key)))) return "Another address of the recording";
  if (path.some((key) => /^duration/.test(String(key)))) return "The same duration in another unit";
  if (keys.has("costBreakdown") || keys.has("costs")) return "Zelto takes one cost, the total";
  return "Zelto has no field for it";
}
