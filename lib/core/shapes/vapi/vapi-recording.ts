import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { member } from "@/lib/core/text/json-node";
import type { Find } from "./vapi-scopes";

/** Recordings in the order in which they are worth having: one address for both sides first, per side last. */
const RECORDINGS: readonly JsonPath[] = [
  ["recordingUrl"],
  ["recording", "mono", "combinedUrl"],
  ["stereoRecordingUrl"],
  ["recording", "stereoUrl"],
];

/** Takes the first recording of the list; signed addresses, which newer bodies have beside the others and which expire, come last. */
export function takeVapiRecording(draft: CanonicalDraft, message: JsonNode | undefined, find: Find): void {
  const signed = [find("recording", "mono"), find("recording"), member(message, "artifact"), message].flatMap(signedAddresses);
  for (const node of [...RECORDINGS.map((path) => find(...path)), ...signed]) if (!draft.has("call.recordingUrl")) draft.takeText("call.recordingUrl", node);
}

function signedAddresses(holder: JsonNode | undefined): readonly JsonNode[] {
  if (holder?.type !== "object") return [];
  return holder.members.filter(({ key, value }) => /presigned/i.test(key) && value.type === "string" && /^https?:/.test(value.value)).map(({ value }) => value);
}
