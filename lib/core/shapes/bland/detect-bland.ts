import { readText } from "@/lib/core/call-ingest/read-number";
import type { Finding } from "@/lib/core/shapes/detector";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Keys of Retell's call object, which has a `call_id` too; Bland has none of them. */
const RETELL_KEYS = ["call_status", "transcript_object", "start_timestamp"] as const;
const BLAND_KEYS = ["concatenated_transcript", "corrected_duration", "queue_status"] as const;

/** Bland's call: its details, its webhook, or a line of its list. */
export function inspectBland(root: JsonNode): Finding | null {
  const idKey = ["call_id", "c_id"].find((key) => readText(member(root, key)) !== null);
  if (idKey === undefined || RETELL_KEYS.some((key) => member(root, key))) return null;
  const marks = BLAND_KEYS.filter((key) => member(root, key));
  const hasPhrases = blandPhrases(root).some((item) => member(item, "user") && member(item, "text"));
  const isAnswered = member(root, "answered_by") !== undefined && member(root, "call_length") !== undefined;
  const found = [...(hasPhrases ? ["transcripts with user and text"] : []), ...marks, ...(isAnswered ? ["answered_by and call_length"] : [])];
  if (found.length === 0) return null;
  return { score: hasPhrases || found.length > 1 ? 0.95 : 0.85, reasons: [`${idKey} is given`, `it has ${found.join(", ")}`] };
}

export function blandPhrases(root: JsonNode): readonly JsonNode[] {
  const list = member(root, "transcripts");
  return list?.type === "array" ? list.items : [];
}
