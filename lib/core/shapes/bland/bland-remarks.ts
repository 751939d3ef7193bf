import { readText } from "@/lib/core/call-ingest/read-number";
import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Says what the canonical call cannot: that the call went on, why it has no turns, or whose words its turns may be. */
export function remarkBland(context: ConversionContext, root: JsonNode, turns: readonly TurnDraft[]): void {
  const status = readText(member(root, "status")) ?? readText(member(root, "queue_status")) ?? "";
  const isDone = /^complete/.test(readText(member(root, "queue_status")) ?? "");
  if (member(root, "completed")?.type === "false" && !isDone) {
    context.remark({ kind: "unfinished", path: [], sentence: "Bland says that this call was not completed, so it may have gone on after this was written." });
  }
  if (turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: silenceReason(root, status) });
  if (readText(member(root, "answered_by"))?.toLowerCase() === "voicemail" && turns.some(({ role }) => role === "user")) {
    context.remark({ kind: "doubtful", path: [], sentence: "A voicemail answered, and Bland writes its greeting as the user's words." });
  }
}

function silenceReason(root: JsonNode, status: string): string {
  const text = member(root, "concatenated_transcript");
  if (text?.type === "string" && text.value.trim() !== "") return "The transcript has no labels, so nobody can tell who speaks; it stands in metadata.";
  if (!member(root, "transcripts") && !text) return "This is a line of Bland's list of calls, which has no transcripts; fetch the call by its id.";
  return status === "" || status.startsWith("complete") ? "Bland has no transcript of this call: nobody spoke, or it was passed on at once." : `Bland has no transcript of this call, and says that it is ${status}.`;
}
