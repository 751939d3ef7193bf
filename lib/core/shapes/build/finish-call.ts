import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { JsonObjectNode } from "@/lib/core/text/json-node";
import type { CanonicalDraft } from "./canonical-draft";
import { dropLeftovers, type TurnReading } from "./turn-draft";

/** Ours: no maker of voice agents that Intake reads is older, so an earlier start is a misread unit or a clock that was never set. */
const EARLIEST_MS = Date.UTC(2015, 0, 1);

/** Builds the call, gives the reasons for what is left of the messages that were taken, and doubts a start that cannot be. */
export function finishCall(draft: CanonicalDraft, context: ConversionContext, from: { readonly reading: TurnReading; readonly leftovers: ReadonlyMap<string, string> }): JsonObjectNode {
  const built = draft.build(from.reading.turns);
  dropLeftovers(context.receipt, from.reading, from.leftovers);
  const startedMs = parseDateTime(draft.textOf("call.startedAt") ?? "");
  if (startedMs !== null && startedMs < EARLIEST_MS) {
    context.remark({ kind: "doubtful", path: ["call", "startedAt"], sentence: "The source says that the call began before 2015. Its unit or its clock may be wrong." });
  }
  return built;
}
