import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { buildNumber } from "@/lib/core/shapes/build/json-build";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { takeBlandDuration } from "./bland-duration";
import { BLAND_LEFTOVERS, readBlandTurns } from "./bland-turns";
import { remarkBland } from "./bland-remarks";

/** Ours: what is worth keeping beside the fields of CallIngest; all else may hold secrets and is left out. */
const KEPT = ["summary", "answered_by", "disposition_tag", "variables", "analysis", "status", "queue_status", "batch_id"] as const;
const PROMPTS: readonly JsonPath[] = [["task"], ["request_data", "task"], ["request", "task"], ["variables", "task"]];

/** Converts a Bland call (details, webhook, a line of a list) into a canonical one. */
export function convertBland(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  if (!draft.takeText("call.externalId", member(root, "call_id"))) draft.takeText("call.externalId", member(root, "c_id"));
  if (!draft.takeText("agent.externalId", member(root, "pathway_id"))) draft.takeText("agent.externalId", member(root, "persona_id"));
  draft.takeText("version", member(root, "pathway_version"), "pathway_version");
  const stated = takeInstant(draft, "call.startedAt", { root, key: "started_at" });
  // Without a start, when the call was queued comes closest; turns are not counted from it.
  const started = stated ?? takeInstant(draft, "call.startedAt", { root, key: "created_at" });
  const ended = takeInstant(draft, "call.endedAt", { root, key: "end_at" });
  takeEndedReason(draft, root);
  const price = member(root, "price");
  if (price && price.type !== "null") draft.takeCost(price, { key: "price" });
  draft.takeText("call.recordingUrl", member(root, "recording_url"));
  takeNumbers(draft, root, context);
  for (const path of PROMPTS) if (!draft.has("systemPrompt")) draft.takeText("systemPrompt", nodeAt(root, path));
  const reading = readBlandTurns(root, stated, context);
  takeBlandDuration(draft, root, { context, given: { started, ended, turnCount: reading.turns.length === 0 ? null : reading.turns.length } });
  keepTheRest(draft, root, reading.turns.length === 0);
  takeDerivedId(draft, context, reading.turns);
  takeMissingAgent(draft, context);
  remarkBland(context, root, reading.turns);
  return finishCall(draft, context, { reading, leftovers: BLAND_LEFTOVERS });
}

function takeInstant(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", from: { readonly root: JsonNode; readonly key: string }): Instant | null {
  const node = member(from.root, from.key);
  const instant = readInstant(node);
  if (instant && node) draft.takeInstant(field, instant, { node });
  else draft.keep(from.key, node);
  return instant;
}

/** What went wrong, else who ended the call and who answered it. */
function takeEndedReason(draft: CanonicalDraft, root: JsonNode): void {
  if (draft.takeText("call.endedReason", member(root, "error_message"), "error_message")) return;
  const [enderNode, answererNode] = [member(root, "call_ended_by"), member(root, "answered_by")];
  const [ender, answerer] = [filled(enderNode), filled(answererNode)];
  const parts = [...(ender === null ? [] : [`ended by ${ender.toLowerCase()}`]), ...(answerer === null || answerer.toLowerCase() === "unknown" ? [] : [`answered by ${answerer.toLowerCase()}`])];
  const text = parts.join(", ");
  if (text === "" || text.length > 100) return;
  const node = ender === null ? answererNode : enderNode;
  if (node) draft.putText("call.endedReason", text, { node, reason: "A phrase of who ended the call and who answered it" });
}

/** The caller of an inbound call, the called of an outbound one: the other number is the agent's own. */
function takeNumbers(draft: CanonicalDraft, root: JsonNode, { receipt }: ConversionContext): void {
  const inbound = member(root, "inbound");
  const word = inbound?.type === "string" ? inbound.value : inbound?.type;
  const customer = word === "true" ? "from" : word === "false" ? "to" : null;
  for (const key of ["from", "to"] as const) {
    if (key === customer) draft.takeCustomerNumber(member(root, key), key);
    else draft.keep(key, member(root, key));
  }
  if (!inbound || customer === null) return;
  const direction = customer === "from" ? "inbound" : "outbound";
  draft.note("direction", direction);
  receipt.change(inbound, { to: "metadata.direction", reason: "It tells whose number is whose", after: direction });
}

function keepTheRest(draft: CanonicalDraft, root: JsonNode, isSilent: boolean): void {
  draft.note("convertedFrom", "bland");
  for (const key of KEPT) draft.keep(key, member(root, key));
  const logs = member(root, "pathway_logs");
  if (logs?.type === "array" && logs.items.length > 0) draft.keep("pathway_logs_count", buildNumber(String(logs.items.length)));
  const text = member(root, "concatenated_transcript");
  if (isSilent && filled(text) !== null) draft.keep("concatenated_transcript", text);
}

function filled(node: JsonNode | undefined): string | null {
  const text = (readText(node) ?? "").trim();
  return text === "" ? null : text;
}

/** Why a leaf of a Bland call is left out. */
export function blandDropReason(path: JsonPath): string {
  const [key] = path;
  if (key === "concatenated_transcript") return "The conversation stands in the call more than once, and one form of it was taken";
  if (key === "created_at") return "When the call was queued; it has a start of its own";
  if (key === "pathway_logs") return "Only how many steps there were is kept";
  return "Zelto has no field for it";
}
