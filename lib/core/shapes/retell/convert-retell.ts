import { readText } from "@/lib/core/call-ingest/read-number";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { ConversionOptions } from "@/lib/core/shapes/convert-options";
import { hundredth, numberText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { retellSubject } from "./detect-retell";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { buildObject } from "@/lib/core/shapes/build/json-build";
import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import { RETELL_LEFTOVERS, readRetellTurns, type RetellReading } from "./retell-turns";
import { dropLeftovers } from "@/lib/core/shapes/build/turn-draft";

/** Ours: what is worth keeping of a Retell call beside the fields of CallIngest; all else may hold secrets and is left out. */
const KEPT = [
  "call_type", "call_status", "direction", "call_analysis", "collected_dynamic_variables", "retell_llm_dynamic_variables",
  "transfer_destination", "telephony_identifier", "metadata",
] as const;
const PERCENTILES = ["p50", "p90"] as const;

/** Converts a Retell webhook body (`{ "event", "call" }`) into a canonical call. Marks on the receipt what it takes. */
export function convertRetell(root: JsonNode, receipt: ReceiptBuilder, options: ConversionOptions): JsonObjectNode {
  const call = retellSubject(root)?.node ?? root;
  const draft = new CanonicalDraft(receipt);
  const reading = fillRetellCall(draft, call, { options, event: member(root, "event") });
  if (reading.turns.length === 0) keepTranscript(draft, call);
  const built = draft.build(reading.turns);
  dropLeftovers(receipt, reading, RETELL_LEFTOVERS);
  return built;
}

/** Fills a draft from a Retell call object, which the webhook wraps and the API hands out. The turns are left to the caller. */
export function fillRetellCall(draft: CanonicalDraft, call: JsonNode, from: { readonly options: ConversionOptions; readonly event: JsonNode | undefined }): RetellReading {
  draft.takeText("call.externalId", member(call, "call_id"));
  takeRetellAgent(draft, call);
  takeTimes(draft, call);
  draft.takeText("call.endedReason", member(call, "disconnection_reason"), "disconnection_reason");
  takeCents(draft, nodeAt(call, ["call_cost", "combined_cost"]));
  takeNumbers(draft, call);
  const reading = readRetellTurns(call, from.options);
  takeRecording(draft, call, reading.scrubbed);
  draft.note("convertedFrom", "retell");
  draft.keep("event", from.event);
  for (const key of KEPT) draft.keep(key, member(call, key));
  draft.keep("latency", latencyPercentiles(member(call, "latency")));
  return reading;
}

/** Keeps a transcript without labels: a person can make turns of it. */
export function keepTranscript(draft: CanonicalDraft, call: JsonNode): void {
  draft.keep("transcript", filledText(member(call, "transcript")));
}

/** Who it was: the same keys in calls and chats. */
export function takeRetellAgent(draft: CanonicalDraft, subject: JsonNode): void {
  draft.takeText("agent.externalId", member(subject, "agent_id"));
  draft.takeText("agent.name", member(subject, "agent_name"), "agent_name");
  // 0 is a version like any other.
  if (!draft.takeText("version", member(subject, "agent_version"), "agent_version")) draft.takeText("version", member(subject, "agent_tag"), "agent_tag");
}

/** Retell's costs are in cents. */
export function takeCents(draft: CanonicalDraft, cost: JsonNode | undefined): void {
  if (cost && cost.type !== "null") draft.takeCost(cost, { key: "combined_cost_cents", convert: hundredth, reason: "Retell counts cents, Zelto dollars" });
}

/** The stated duration wins over the two instants: where they disagree the instants include the ringing. */
function takeTimes(draft: CanonicalDraft, call: JsonNode): void {
  const started = takeRetellInstant(draft, "call.startedAt", member(call, "start_timestamp"));
  const ended = takeRetellInstant(draft, "call.endedAt", member(call, "end_timestamp"));
  const duration = member(call, "duration_ms");
  const source = numberText(duration);
  if (duration && source !== null && Number(source) >= 0) draft.takeDuration(wholeSeconds(Number(source) / 1000), duration, "duration_ms");
  else if (started && ended && ended.ms >= started.ms) draft.putDuration(wholeSeconds((ended.ms - started.ms) / 1000));
}

/** An instant in ms; some stacks rewrite them as seconds or texts. What cannot be read stays in metadata. */
export function takeRetellInstant(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", node: JsonNode | undefined): Instant | null {
  const instant = readInstant(node);
  if (instant && node) draft.takeInstant(field, instant, { node });
  else if (node) draft.keep(field === "call.startedAt" ? "start_timestamp" : "end_timestamp", node);
  return instant;
}

/** The caller of an inbound call, the called of an outbound one: the other number is the agent's own. */
function takeNumbers(draft: CanonicalDraft, call: JsonNode): void {
  const direction = readText(member(call, "direction"));
  const customer = direction === "inbound" ? "from_number" : direction === "outbound" ? "to_number" : null;
  for (const key of ["from_number", "to_number"] as const) {
    const node = filledText(member(call, key));
    if (key === customer) draft.takeCustomerNumber(node, key);
    else draft.keep(key, node);
  }
}

function takeRecording(draft: CanonicalDraft, call: JsonNode, scrubbed: boolean): void {
  const plain = ["recording_url", "recording_multi_channel_url"];
  const blanked = ["scrubbed_recording_url", "scrubbed_recording_multi_channel_url"];
  for (const key of scrubbed ? [...blanked, ...plain] : [...plain, ...blanked]) {
    if (!draft.has("call.recordingUrl")) draft.takeText("call.recordingUrl", member(call, key));
  }
}

/** Of each kind of latency the 50th and the 90th percentile; the single values say no more. */
function latencyPercentiles(latency: JsonNode | undefined): JsonNode | undefined {
  if (latency?.type !== "object") return undefined;
  const kinds = latency.members.flatMap(({ key, value }): [string, JsonNode][] => {
    const kept = PERCENTILES.map((name): [string, JsonNode | undefined] => [name, member(value, name)]);
    return kept.some(([, node]) => node) ? [[key, buildObject(kept)]] : [];
  });
  return kinds.length === 0 ? undefined : buildObject(kinds);
}

function filledText(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === "string" && node.value.trim() !== "" ? node : undefined;
}

/** Why a leaf of a Retell body is left out. */
export function retellDropReason(path: JsonPath): string {
  const keys = new Set(path);
  if (keys.has("args") && path[0] === "args") return "What a tool was asked for while the call went on; the transcript holds it";
  if (path.some((key) => /transcript|message_with_tool_calls/.test(String(key)))) return "The conversation stands in the body more than once, and one form of it was taken";
  if (path.some((key) => /recording/.test(String(key)))) return "Another address of the recording";
  if (keys.has("total_duration_seconds")) return "Rounded up for billing; the call's own duration is taken";
  if (keys.has("call_cost") || keys.has("chat_cost")) return "Zelto takes one cost, the total";
  if (keys.has("latency")) return "Only the 50th and the 90th percentile are kept";
  return "Zelto has no field for it";
}
