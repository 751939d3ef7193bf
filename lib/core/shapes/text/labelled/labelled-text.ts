import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { spokenTurns } from "@/lib/core/shapes/build/spoken-turns";
import { SAYS_NOTHING } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { finishTextCall, takeLeadingPrompt } from "@/lib/core/shapes/text/finish-text-call";
import { remarkTimes } from "@/lib/core/shapes/text/moments/turn-offsets";
import { findTextTree, partsOf } from "@/lib/core/shapes/text/text-tree";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { labelledLines } from "./labelled-lines";
import { labelledLikeness, readLabelled } from "./read-labelled";

/** A transcript as people paste it: "Agent: …", "Customer: …", with or without times. */
export const LABELLED_TEXT: TextShapeModule = {
  shape: "labelled-text",
  likeness: labelledLikeness,
  read: readLabelled,
  inspect: (root) => {
    const words = new Set(partsOf(root, "turns").map((turn) => readText(member(turn, "label")) ?? ""));
    return findTextTree(root, { format: "labelled-text", score: 0.9, reasons: [`Lines begin with ${[...words].slice(0, 3).map((word) => `“${word}:”`).join(", ")}`] });
  },
  convert,
  dropReason: (path) => (path[0] === "before" ? "It stands before the first speaker's label" : "Turns have no field for it"),
};

const CALL_ID = /^(?:call|conversation|chat|session|ticket)[\s_-]*(?:id|no\.?|number)\s*[:#=]\s*(\S{1,200})$/i;

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const spoken = partsOf(root, "turns").filter((turn) => isSpoken(turn, context));
  const { lines, times } = labelledLines(spoken, context);
  const said = takeLeadingPrompt(lines, draft, context);
  const turns = spokenTurns(said, context);
  const first = spoken.map((turn) => member(turn, "time")).find((node) => node !== undefined);
  if (times.startedAt && first) draft.takeInstant("call.startedAt", times.startedAt, { node: first, reason: "When the first turn was" });
  for (const line of partsOf(root, "before")) {
    const id = CALL_ID.exec(readText(line) ?? "")?.[1];
    if (id !== undefined && !draft.has("call.externalId")) draft.putText("call.externalId", id, { node: line, reason: "Read from this line" });
  }
  remarkTimes({ ...times, offsets: said.map(({ startSeconds }) => startSeconds) }, context);
  return finishTextCall(root, context, { draft, turns });
}

function isSpoken(turn: JsonNode, context: ConversionContext): boolean {
  if (member(turn, "text")) return true;
  context.receipt.drop(turn, SAYS_NOTHING);
  return false;
}
