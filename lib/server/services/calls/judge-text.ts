import "server-only";
import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import type { Problem } from "@/lib/core/problems/problem";
import type { ProblemContext } from "@/lib/core/problems/problem-context";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { CallSummary, Detection, Provider } from "@/lib/core/shapes/shape";
import { parseJson } from "@/lib/core/text/scan-json";
import type { CallFacts, ProblemTally } from "@/lib/server/repositories/calls";

/** What a call's text says, for lists and for the decision to send. */
export interface JudgedText {
  readonly detection: Detection;
  /** The header the text would be sent under. */
  readonly provider: Provider;
  /** Null where the text is not JSON: lists then keep showing what was last read. */
  readonly facts: CallFacts | null;
  readonly problems: readonly Problem[];
  readonly tally: ProblemTally;
}

/** What judging needs from outside; `provider` null leaves the choice to detection. */
export interface JudgeContext extends Pick<ProblemContext, "knownAgents" | "remarks"> {
  readonly provider: Provider | null;
  /** Looked up by the external id that the text turns out to hold. */
  readonly alreadyUploaded: (externalId: string) => Promise<ProblemContext["alreadyUploaded"]>;
}

const UNREADABLE: Detection = { shape: "unknown", confidence: 0, reasons: ["The text is not JSON"], provider: "zelto" };

/** Reads a text with the same core that the page reads it with. */
export async function judgeText(text: string, context: JudgeContext): Promise<JudgedText> {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const provider = context.provider ?? UNREADABLE.provider;
    const problems = reportProblems(parsed.error, { shape: "unknown", detection: UNREADABLE, provider, knownAgents: null, alreadyUploaded: null });
    return { detection: UNREADABLE, provider, facts: null, problems, tally: tallyProblems(problems) };
  }
  const { root } = parsed.value;
  const detection = detectShape(root);
  const provider = context.provider ?? detection.provider;
  const facts = callFacts(summarizeCall(root, detection.shape));
  const alreadyUploaded = facts.externalId === null ? null : await context.alreadyUploaded(facts.externalId);
  const { knownAgents, remarks = [] } = context;
  const problems = reportProblems({ text, root }, { shape: detection.shape, detection, provider, knownAgents, alreadyUploaded, remarks });
  return {
    detection,
    provider,
    facts,
    problems,
    tally: tallyProblems(problems),
  };
}

/** What lists show of a call, from what its text says. */
export function callFacts({ externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, startedAt, opening, ribbon }: CallSummary): CallFacts {
  const instant = startedAt === null ? null : parseDateTime(startedAt);
  return { externalId, agentExternalId, agentId, agentName, turnCount, durationSeconds, startedAt: instant === null ? null : Math.trunc(instant), opening, ribbon };
}

/** How many problems of each level there are. */
export function tallyProblems(problems: readonly Problem[]): ProblemTally {
  const count = (level: Problem["level"]) => problems.filter((problem) => problem.level === level).length;
  return { blocks: count("blocks"), loses: count("loses"), odd: count("odd"), losesAll: problems.some((problem) => problem.losesAll === true) };
}
