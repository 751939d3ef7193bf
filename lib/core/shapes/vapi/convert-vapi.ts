import { readText } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { readInstant } from "@/lib/core/shapes/build/instant";
import { takeFirstSystemTurn } from "@/lib/core/shapes/build/system-prompt";
import { dropLeftovers, type TurnDraft, type TurnReading } from "@/lib/core/shapes/build/turn-draft";
import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import { VAPI_CALL_TYPES } from "./vapi-call-types";
import { takeVapiTimes } from "./vapi-call-times";
import { takeVapiRecording } from "./vapi-recording";
import { messageScopes, vapiCall, vapiFind, type Find } from "./vapi-scopes";
import { VAPI_LEFTOVERS, readVapiTurns } from "./vapi-turns";

/** Ours: what is worth keeping of a Vapi message beside the fields of CallIngest; all else may hold secrets and is left out. */
const KEPT = ["endedMessage", "structuredOutputs", "campaignId", "transfers", "phoneCallTransport", "transport"] as const;
const KEPT_ANALYSIS = ["summary", "successEvaluation", "structuredData"] as const;

/** Converts a Vapi webhook body (`{ "message": … }`) into a canonical call. Marks on the receipt what it takes. */
export function convertVapi(root: JsonNode, receipt: ReceiptBuilder): JsonObjectNode {
  const message = member(root, "message");
  const draft = new CanonicalDraft(receipt);
  const reading = fillVapi(draft, message, receipt);
  // A transcript without labels says what was said and not by whom: it is kept, and a person can make turns of it.
  if (reading.turns.length === 0) draft.keep("transcript", vapiFind(message)("transcript"));
  const built = draft.build(reading.turns);
  dropLeftovers(receipt, reading, VAPI_LEFTOVERS);
  return built;
}

/** Fills a draft from a Vapi message, with or without a call in it, or from a call of the API. The turns are left to the caller. */
export function fillVapi(draft: CanonicalDraft, message: JsonNode | undefined, receipt: ReceiptBuilder): TurnReading {
  const find = vapiFind(message);
  takeIdentity(draft, message, find);
  const reading = readVapiTurns(messageScopes(message), readInstant(find("startedAt"))?.ms ?? null);
  const turns = takeSystemPrompt(draft, reading.turns, { find, receipt });
  takeVapiTimes(draft, message, find);
  draft.takeText("call.endedReason", find("endedReason"), "endedReason");
  const cost = find("cost") ?? find("costBreakdown", "total");
  if (cost) draft.takeCost(cost, { key: "cost" });
  takeVapiRecording(draft, message, find);
  const customer = find("customer", "number") ?? find("customer", "sipUri");
  draft.takeCustomerNumber(customer, "customerNumber");
  draft.takeText("call.customer.name", find("customer", "name"), "customerName");
  keepTheRest(draft, message, find);
  return { ...reading, turns };
}

function takeIdentity(draft: CanonicalDraft, message: JsonNode | undefined, find: Find): void {
  const ofCall = (key: string): JsonNode | undefined => member(vapiCall(message), key);
  draft.takeText("call.externalId", ofCall("id"));
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

function keepTheRest(draft: CanonicalDraft, message: JsonNode | undefined, find: Find): void {
  const call = vapiCall(message);
  const type = member(call, "type");
  draft.note("convertedFrom", "vapi");
  if (call !== message) draft.keep("type", member(message, "type"));
  draft.keep("callType", type);
  const direction = VAPI_CALL_TYPES.get(readText(type) ?? "") ?? null;
  if (direction !== null) draft.note("direction", direction);
  for (const key of KEPT) draft.keep(key, find(key));
  draft.keepMembers("analysis", find("analysis"), KEPT_ANALYSIS);
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
