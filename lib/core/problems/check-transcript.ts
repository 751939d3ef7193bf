import { readText } from "@/lib/core/call-ingest/read-number";
import type { Remark } from "@/lib/core/shapes/remark";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { noTalkReason } from "./check-remarks";
import { makeFix } from "./fix-kinds";
import type { Reporter } from "./reporter";

/** Whether there is anything to make a conversation of, and what becomes of a system turn at the start. */
export function checkTranscript(root: JsonNode, remarks: readonly Remark[], reporter: Reporter): void {
  const turns = nodeAt(root, ["transcript", "turns"]);
  const recording = readText(nodeAt(root, ["call", "recordingUrl"])) ?? "";
  // A transcript that is there and broken is reported where it stands; Zelto would refuse it.
  if (!member(root, "transcript") && recording.trim() === "") reporter.add("nothing_to_store", () => ({ path: ["transcript"], offset: root.start, hint: noTalkReason(remarks) }));
  const first = turns?.type === "array" ? turns.items[0] : undefined;
  if (!first || readText(member(first, "role")) !== "system") return;
  const path = ["transcript", "turns", 0];
  const prompt = member(root, "systemPrompt");
  if (!prompt) {
    reporter.add("leading_system_turn", () => ({ path, offset: first.start, hint: "prompt", fixes: [makeFix("to-system-prompt")] }));
    return;
  }
  const isSame = readText(prompt) !== null && readText(prompt) === readText(member(first, "content"));
  reporter.add("leading_system_turn", () => ({ path, offset: first.start, hint: "turn", fixes: isSame ? [makeFix("remove-turn", "1")] : [] }));
}
