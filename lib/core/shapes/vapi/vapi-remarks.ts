import { readNumber, readText } from "@/lib/core/call-ingest/read-number";
import { readInstant } from "@/lib/core/shapes/build/instant";
import type { TurnReading } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { Find } from "./vapi-scopes";

const GROWING = new Set(["scheduled", "queued", "ringing", "in-progress", "forwarding"]);
/** Ours: what two clocks of one call differ by; a web call was seen to begin 4.41 s after its first message. */
const TOLERATED_MS = 1000;

interface Found {
  readonly find: Find;
  readonly reading: TurnReading;
}

/** Says of a call what its canonical form cannot: that it went on, why it has no turns, or what is doubtful in it. */
export function remarkVapiCall(context: ConversionContext, root: JsonNode, { find, reading }: Found): void {
  const status = readText(member(root, "status")) ?? "";
  // A report's own call may still say "ringing"; only the API's word counts, and only without an end.
  if (GROWING.has(status) && !find("endedAt")) context.remark({ kind: "unfinished", path: [], sentence: `Vapi says that this call is ${status}, so it may have gone on after this was written.` });
  if (reading.turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: silenceReason(find) });
  remarkVapiDoubts(context, { find, reading });
}

/** What is odd in a Vapi conversation that has turns. */
export function remarkVapiDoubts(context: ConversionContext, { find, reading }: Found): void {
  if (readText(find("endedReason")) === "voicemail" && reading.turns.some(({ role }) => role === "user")) {
    context.remark({ kind: "doubtful", path: [], sentence: "A voicemail answered, and Vapi writes its greeting as the user's words." });
  }
  const started = readInstant(find("startedAt"));
  const first = reading.items.map((item) => readNumber(member(item, "time"))).find((time) => time !== null) ?? null;
  if (started && first !== null && started.ms - first > TOLERATED_MS) {
    context.remark({ kind: "doubtful", path: ["call", "startedAt"], sentence: "The first message is earlier than this start; the turns' seconds count from where the messages begin." });
  }
}

function silenceReason(find: Find): string {
  const reason = readText(find("endedReason")) ?? "";
  if ((readText(find("transcript")) ?? "").trim() !== "") return "The transcript has no labels, so nobody can tell who speaks; it stands in metadata.";
  return `Vapi has no messages and no transcript of this call${reason === "" ? "" : `: it ended with ${reason.slice(0, 120)}`}.`;
}
