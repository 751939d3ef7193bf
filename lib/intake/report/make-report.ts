import type { SourceShapeId } from "@/lib/core/shapes/shape";
import type { IntakeReport } from "@/lib/intake/intake-report";
import type { RecordTally } from "./record-tally";
import type { SourceList } from "./source-list";

/** The report of what was read. */
export function makeReport(total: RecordTally, list: SourceList, asides: readonly string[]): IntakeReport {
  const { carried, changed, dropped, groups } = total.receipts;
  return {
    sourceCount: list.count,
    readableCount: list.readable,
    failedCount: list.failed,
    byteLength: list.byteLength,
    recordCount: total.count,
    sources: list.sources,
    failures: list.failures,
    asides,
    unreadableCount: list.unreadableCount,
    unreadable: list.unreadable,
    // The counter was given nothing but shapes.
    shapes: total.shapes.ranked.map(([shape, count]) => ({ shape: shape as SourceShapeId, count })),
    makers: total.makers.ranked.map(([maker, count]) => ({ maker, count })),
    standing: { ...total.standing },
    attention: total.attention,
    problems: total.problems.ranked,
    receipt: { carried, changed, dropped },
    receiptGroups: groups,
    questions: total.questions.questions,
    duplicates: total.ids.duplicates,
    attentionRecords: total.attentionRecords,
    unknown: total.unknown,
  };
}
