import { readText } from "@/lib/core/call-ingest/read-number";
import { noCallModule } from "@/lib/core/shapes/build/no-call";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** What Twilio and Daily hand out beside conversations: who met, and what was worked out of a transcript. */
export const MESSAGE_NO_CALLS = noCallModule(explain);

const OPERATOR_RESULTS = ["extract_results", "text_generation_results", "predicted_label", "utterance_results", "label_probabilities", "normalized_result"] as const;

function explain(root: JsonNode): string | null {
  if (isDailyRoom(firstOf(root))) return "It is a list of Daily's rooms or recordings: it says when people met and not what they said";
  if (isOperatorResult(firstOf(root))) return "These are results that Twilio worked out of a transcript, and not the transcript: export its sentences";
  if (isTranscriptHeader(root)) return "This is only the header of a Twilio transcript: its sentences are a request of their own, and they hold what was said";
  return null;
}

/** The record itself, or the first of its list. */
function firstOf(root: JsonNode): JsonNode | undefined {
  if (root.type === "array") return root.items[0];
  const list = ["data", "operator_results", "operatorResults"].map((key) => member(root, key)).find((node) => node?.type === "array");
  return list?.type === "array" ? (list.items[0] ?? root) : root;
}

function isDailyRoom(item: JsonNode | undefined): boolean {
  const room = member(item, "room_name") ?? member(item, "room");
  if (room?.type !== "string" || member(item, "duration")?.type !== "number") return false;
  const began = member(item, "start_ts") ?? member(item, "start_time");
  return began?.type === "number" && (member(item, "start_ts") !== undefined || member(item, "max_participants") !== undefined);
}

function isOperatorResult(item: JsonNode | undefined): boolean {
  return memberEither(item, "operator_type") !== undefined && (OPERATOR_RESULTS.some((key) => memberEither(item, key) !== undefined) || memberEither(item, "operator_sid") !== undefined);
}

function isTranscriptHeader(root: JsonNode): boolean {
  const isTranscript = (readText(member(root, "sid")) ?? "").startsWith("GT");
  if (!isTranscript || member(root, "sentences") !== undefined) return false;
  return memberEither(root, "media_start_time") !== undefined || memberEither(root, "customer_key") !== undefined || member(root, "duration") !== undefined;
}
