import type { ProblemCounts } from "@/lib/contracts/calls";
import type { JudgedRecord } from "@/lib/core/judge/judge-record";
import type { ReadRecord } from "@/lib/core/judge/read-record";
import type { InspectedRecord } from "@/lib/intake/inspected-source";
import type { RecordSpot } from "./record-spot";

/** Ours: what an inspection lists of one record; the counts are of all. */
const SHOWN = 20;

/** The details of one record as the page shows them. */
export function inspectedRecord(
  { source, path, line, notes }: RecordSpot,
  { detection, draft, converted, summary, receipt, remarks, questions }: ReadRecord,
  { provider, problems }: JudgedRecord,
  { index, counts, losesAll }: { readonly index: number; readonly counts: ProblemCounts; readonly losesAll: boolean },
): InspectedRecord {
  return {
    ...{ index, source, path, line, notes },
    sourceShape: detection.shape,
    shape: "problem" in draft ? "unknown" : draft.detection.shape,
    reasons: detection.reasons,
    ...{ converted, provider, summary, counts, losesAll },
    problems: problems.slice(0, SHOWN),
    receipt,
    remarks: remarks.slice(0, SHOWN),
    questionIds: questions.map(({ id }) => id),
  };
}
