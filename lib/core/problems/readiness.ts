import { formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import type { CallSummary, Provider } from "@/lib/core/shapes/shape";
import type { Problem } from "./problem";
import type { ProblemCode } from "./problem-codes";

export interface Readiness {
  readonly state: "ready" | "ready-with-loss" | "refused" | "creates-nothing" | "not-json";
  /** One or two words with a full stop: "Ready." */
  readonly headline: string;
  readonly sentence: string;
}

export interface ReadinessContext {
  readonly provider: Provider;
  /** A call of this external id was uploaded from here before. */
  readonly willUpdate: boolean;
}

const NOT_JSON: readonly ProblemCode[] = ["not_json", "too_deep"];

/** Why nothing is created, as the end of the sentence; the title says it for all others. */
const WHY_NOTHING: Partial<Record<ProblemCode, string>> = {
  nothing_to_store: "no transcript and no recording",
  agent_id_unknown: "no agent in Zelto has this agent ID",
};

/** What would happen if the call were sent now, in a headline and a sentence. `problems` in the order of the report. */
export function readiness(summary: CallSummary, problems: readonly Problem[], context: ReadinessContext): Readiness {
  const broken = problems.find(({ code }) => NOT_JSON.includes(code));
  if (broken) return { state: "not-json", headline: "Not JSON.", sentence: `${broken.title}. It cannot be sent like this.` };
  const blocking = problems.filter(({ level }) => level === "blocks");
  const [first] = blocking;
  if (first) return { state: "refused", headline: "Will be refused.", sentence: `${first.title}${andMore(blocking.length - 1)}.` };
  const nothing = problems.find(({ losesAll }) => losesAll);
  if (nothing) {
    const why = WHY_NOTHING[nothing.code] ?? nothing.title;
    return { state: "creates-nothing", headline: "Creates nothing.", sentence: `Zelto will accept this and create nothing: ${why}.` };
  }
  const losses = problems.filter(({ level }) => level === "loses");
  if (losses.length === 0) return { state: "ready", headline: "Ready.", sentence: `${outcome(summary, context)}.` };
  const lost = `${losses[0]?.title ?? ""}${andMore(losses.length - 1)}`;
  return { state: "ready-with-loss", headline: "Ready, with a loss.", sentence: `${outcome(summary, context)}. Lost: ${lost}.` };
}

function andMore(count: number): string {
  return count === 0 ? "" : `, and ${formatPlural(count, "more problem")}`;
}

/** "Creates a conversation for agent booking-bot, 14 turns, 3:12" */
function outcome(summary: CallSummary, { provider, willUpdate }: ReadinessContext): string {
  const agent = summary.agentId ?? summary.agentExternalId;
  const isNative = provider === "vapi" || provider === "retell";
  const parts = [
    `${willUpdate ? "Updates the conversation" : "Creates a conversation"}${agent === null ? "" : ` for agent ${agent}`}`,
    ...(summary.turnCount > 0 ? [formatPlural(summary.turnCount, "turn")] : ["no transcript"]),
    ...(summary.turnCount === 0 && summary.hasRecording ? ["Zelto transcribes the recording"] : []),
    ...(summary.durationSeconds === null ? [] : [formatDuration(summary.durationSeconds)]),
    ...(isNative ? [`sent unchanged as ${provider === "vapi" ? "Vapi" : "Retell"} wrote it`] : []),
  ];
  return parts.join(", ");
}
