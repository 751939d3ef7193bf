import { readText } from "@/lib/core/call-ingest/read-number";
import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** What Retell makes the agent "say" while it waits. */
const FILLER = /^\s*\[?no response, waiting for the next utterance\.?\]?\s*$/i;
const GROWING = new Set(["registered", "ongoing"]);

/** Flags turns that were most likely never heard: Retell's filler, and words of an agent that all share one time. */
export function remarkUnheard(context: ConversionContext, turns: readonly TurnDraft[]): void {
  for (const [index, { role, content, startSeconds, endSeconds }] of turns.entries()) {
    if (role !== "assistant") continue;
    const isInstant = startSeconds !== undefined && startSeconds === endSeconds && /\S\s+\S/.test(content) && !content.startsWith("[transfer target]");
    const sentence = FILLER.test(content) ? "Retell writes this while it waits; the caller never heard it." : isInstant ? "All words of this turn have one time, so the caller most likely never heard it." : null;
    if (sentence !== null) context.remark({ kind: "doubtful", path: ["transcript", "turns", index, "content"], sentence });
  }
}

/** Says of a call what its canonical form cannot: that it went on, or why it has no turns. */
export function remarkRetellCall(context: ConversionContext, call: JsonNode, from: { readonly turns: readonly TurnDraft[]; readonly isRequest: boolean }): void {
  const status = readText(member(call, "call_status")) ?? "";
  if (from.isRequest) context.remark({ kind: "unfinished", path: [], sentence: "Retell asked a custom function for something in the middle of this call, so the call went on after this was written." });
  else if (GROWING.has(status)) context.remark({ kind: "unfinished", path: [], sentence: `Retell says that this call is ${status}, so it may have gone on after this was written.` });
  if (from.turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: silenceReason(call, status) });
  remarkUnheard(context, from.turns);
}

function silenceReason(call: JsonNode, status: string): string {
  const reason = readText(member(call, "disconnection_reason")) ?? "";
  const because = reason === "" ? "" : ` (${reason})`;
  if (status === "not_connected") return `Retell never connected this call${because}.`;
  if ((readText(member(call, "transcript")) ?? "").trim() !== "") return "The transcript has no labels, so nobody can tell who speaks; it stands in metadata.";
  const hasTranscript = call.type === "object" && call.members.some(({ key }) => key.includes("transcript"));
  return hasTranscript ? `Nobody spoke in this call${because}.` : "This is a line of Retell's list of calls, which has no transcripts; fetch the call by its id.";
}
