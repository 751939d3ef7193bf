import { reportProblems } from "@/lib/core/problems/report-problems";
import type { Problem } from "@/lib/core/problems/problem";
import type { ProblemContext } from "@/lib/core/problems/problem-context";
import type { Provider } from "@/lib/core/shapes/shape";
import type { ReadRecord } from "./read-record";

/** What a record is judged with beside its text. */
export interface RecordOutlook extends Pick<ProblemContext, "knownAgents" | "alreadyUploaded"> {
  /** The header that a sample fixes; null leaves it to what the draft is. */
  readonly provider: Provider | null;
}

export interface JudgedRecord {
  /** The header the draft would be sent under. */
  readonly provider: Provider;
  readonly problems: readonly Problem[];
}

/** Nothing is known of agents and earlier uploads: a page before it asks its server. */
export const NO_OUTLOOK: RecordOutlook = { provider: null, knownAgents: null, alreadyUploaded: null };

/** Judges the draft that a record becomes. The one judge of an intake: the page's worker and the server both use it. Never throws. */
export function judgeRecord(record: ReadRecord, outlook: RecordOutlook = NO_OUTLOOK): JudgedRecord {
  const { draft, detection, remarks } = record;
  if ("problem" in draft) {
    const provider = outlook.provider ?? detection.provider;
    const unread = { shape: "unknown" as const, confidence: 0, reasons: detection.reasons, provider };
    return { provider, problems: reportProblems(draft.problem, { ...outlook, shape: "unknown", detection: unread, provider, remarks }) };
  }
  const provider = outlook.provider ?? draft.detection.provider;
  return { provider, problems: reportProblems(draft, { ...outlook, shape: draft.detection.shape, detection: draft.detection, provider, remarks }) };
}
