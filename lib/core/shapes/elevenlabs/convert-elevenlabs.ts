import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { atEither, camelCase, memberEither } from "@/lib/core/shapes/build/either-case";
import { takeDurationAndEnd } from "@/lib/core/shapes/build/end-of-duration";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { readInstant } from "@/lib/core/shapes/build/instant";
import { keepByTurn } from "@/lib/core/shapes/build/keep-by-turn";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { elevenlabsSubject, elevenlabsTranscript, testChatItems } from "./detect-elevenlabs";
import { ELEVENLABS_LEFTOVERS, readElevenlabsTurns } from "./elevenlabs-turns";
import { remarkElevenlabs, remarkSilences } from "./elevenlabs-remarks";

/** Ours: what is worth keeping beside the fields of CallIngest; ids of telephony, usage and prices of single steps are left out. */
const KEPT_ANALYSIS = ["call_successful", "transcript_summary", "call_summary_title", "evaluation_criteria_results", "data_collection_results"];
const KEPT_PHONE = ["direction", "type", "agent_number"];
const NAME_VARIABLES = ["customer_name", "caller_name", "name"];

/** Converts a conversation's detail, its webhook, a line of a list or a simulation's result into a canonical call. */
export function convertElevenlabs(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const subject = elevenlabsSubject(root);
  const metadata = memberEither(subject, "metadata");
  // Older webhooks have the ids beside `data`.
  const find = (key: string): JsonNode | undefined => memberEither(subject, key) ?? memberEither(root, key);
  const draft = new CanonicalDraft(context.receipt);
  takeIdentity(draft, find);
  takeTimes(draft, subject, metadata);
  draft.takeText("call.endedReason", memberEither(metadata, "termination_reason"), "termination_reason");
  // `cost` counts credits, hundreds of them for a minute: only the newer field is money.
  const dollars = memberEither(metadata, "cost_fiat");
  if (dollars) draft.takeCost(dollars, { key: "cost_fiat" });
  draft.takeCustomerNumber(atEither(metadata, "phone_call", "external_number"), "external_number");
  draft.takeText("systemPrompt", atEither(subject, "conversation_initiation_client_data", "conversation_config_override", "agent", "prompt", "prompt"));
  const items = elevenlabsTranscript(subject);
  const reading = readElevenlabsTurns(items ?? []);
  keepTheRest(draft, subject, metadata);
  keepByTurn(draft, "original_messages", { notes: reading.planned, name: "text" });
  takeDerivedId(draft, context, reading.turns);
  takeMissingAgent(draft, context);
  remarkElevenlabs(context, { status: readText(memberEither(subject, "status")), hasList: items !== null, turns: reading.turns });
  return finishCall(draft, context, { reading, leftovers: ELEVENLABS_LEFTOVERS });
}

/** Converts a test chat, which is a list of turns and nothing else. */
export function convertTestChat(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const reading = readElevenlabsTurns(testChatItems(root) ?? []);
  draft.note("convertedFrom", "elevenlabs");
  keepByTurn(draft, "original_messages", { notes: reading.planned, name: "text" });
  takeDerivedId(draft, context, reading.turns);
  takeMissingAgent(draft, context);
  remarkSilences(context, reading.turns);
  return finishCall(draft, context, { reading, leftovers: ELEVENLABS_LEFTOVERS });
}

function takeIdentity(draft: CanonicalDraft, find: (key: string) => JsonNode | undefined): void {
  draft.takeText("call.externalId", find("conversation_id"));
  draft.takeText("agent.externalId", find("agent_id"));
  draft.takeText("agent.name", find("agent_name"), "agent_name");
  if (!draft.takeText("version", find("version_id"), "version_id")) draft.takeText("version", find("branch_id"), "branch_id");
}

/** A list's line has beside its ids what the detail has in its metadata. `event_timestamp` of a webhook is when it was sent, no start. */
function takeTimes(draft: CanonicalDraft, subject: JsonNode, metadata: JsonNode | undefined): void {
  const find = (key: string): JsonNode | undefined => memberEither(metadata, key) ?? memberEither(subject, key);
  const startNode = find("start_time_unix_secs") ?? find("accepted_time_unix_secs");
  const started = readInstant(startNode);
  if (started && startNode) draft.takeInstant("call.startedAt", started, { node: startNode });
  else draft.keep("start_time_unix_secs", startNode);
  takeDurationAndEnd(draft, find("call_duration_secs"), { started, key: "call_duration_secs" });
}

function keepTheRest(draft: CanonicalDraft, subject: JsonNode, metadata: JsonNode | undefined): void {
  draft.note("convertedFrom", "elevenlabs");
  draft.keep("status", memberEither(subject, "status"));
  draft.keepMembers("analysis", memberEither(subject, "analysis"), bothSpellings(KEPT_ANALYSIS));
  for (const key of ["call_successful", "transcript_summary", "call_summary_title", "direction"]) draft.keep(key, memberEither(subject, key));
  draft.keepMembers("phone_call", memberEither(metadata, "phone_call"), bothSpellings(KEPT_PHONE));
  for (const key of ["main_language", "text_only"]) draft.keep(key, memberEither(metadata, key));
  draft.keep("cost_credits", memberEither(metadata, "cost"));
  draft.keepMembers("dynamic_variables", atEither(subject, "conversation_initiation_client_data", "dynamic_variables"), bothSpellings(NAME_VARIABLES));
}

function bothSpellings(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.flatMap((key) => [key, camelCase(key)]))];
}

/** Why a leaf of an ElevenLabs body is left out. */
export function elevenlabsDropReason(path: JsonPath): string {
  const keys = new Set(path);
  if (keys.has("event_timestamp")) return "When the webhook was sent, not when the call began";
  if (keys.has("charging")) return "Zelto takes one cost, in dollars; these are parts of it or credits";
  if (keys.has("conversation_initiation_client_data") || keys.has("conversationInitiationClientData")) return "Settings of the call, which may hold secrets";
  if (path.some((key) => /sid$/i.test(String(key)))) return "An id of the telephone company";
  return "Zelto has no field for it";
}
