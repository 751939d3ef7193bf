import type { JudgedRecord } from "@/lib/core/judge/judge-record";
import type { ReadRecord } from "@/lib/core/judge/read-record";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import type { InspectedRecord } from "@/lib/intake/inspected-source";
import type { ExampleRecord } from "@/lib/intake/intake-report";
import { needsAttention } from "@/lib/intake/needs-attention";
import { Counter } from "./counter";
import { detached } from "./detach";
import { IdBook } from "./id-book";
import { inspectedRecord } from "./inspected-record";
import { ProblemSums } from "./problem-sums";
import { QuestionBook } from "./question-book";
import { ReceiptTotals } from "./receipt-totals";
import type { RecordSpot } from "./record-spot";

/** How many records are kept in detail. */
export const SHOWN_RECORDS = 200;
const SHOWN_UNKNOWN = 5;
/** Ours: what a mapper or a teacher can work on in a page. */
const MAX_EXAMPLE_CHARS = 1_000_000;

/**
 * Sums over records: of one source while it is being read, and of all sources once it is known that theirs count. Its size does not
 * grow with the records, apart from their external ids.
 */
export class RecordTally {
  count = 0;
  readonly shapes = new Counter();
  readonly makers = new Counter();
  readonly standing = { ready: 0, blocks: 0, loses: 0, losesAll: 0 };
  attention = 0;
  readonly problems = new ProblemSums();
  readonly receipts = new ReceiptTotals();
  readonly questions = new QuestionBook();
  readonly ids = new IdBook();
  readonly attentionRecords: InspectedRecord[] = [];
  readonly unknown: ExampleRecord[] = [];

  /** Adds one record; answers its details, or null where as many are kept already. */
  add(spot: RecordSpot, read: ReadRecord, judged: JudgedRecord, place: { readonly index: number; readonly shown: boolean }): InspectedRecord | null {
    const { shape } = read.detection;
    this.count += 1;
    this.shapes.add(shape);
    this.makers.add(SHAPE_NAMES[shape].maker);
    const { externalId } = read.summary;
    this.problems.add(judged.problems, { source: spot.source, path: spot.path, externalId });
    this.receipts.add(read.receipt, read.receiptGroups);
    this.questions.add(read.questions, () => exampleOf(spot));
    if (externalId !== null) this.ids.add(externalId, spot.path === "" ? spot.source : `${spot.source}, ${spot.path}`);
    if (shape === "unknown" && this.unknown.length < SHOWN_UNKNOWN) this.unknown.push(detached(exampleOf(spot)));
    return this.stand(spot, read, judged, place);
  }

  /** Takes the sums of a source over. */
  addAll(other: RecordTally): void {
    this.count += other.count;
    this.shapes.addAll(other.shapes);
    this.makers.addAll(other.makers);
    for (const key of ["ready", "blocks", "loses", "losesAll"] as const) this.standing[key] += other.standing[key];
    this.attention += other.attention;
    this.problems.addAll(other.problems);
    this.receipts.addAll(other.receipts);
    this.questions.addAll(other.questions);
    this.ids.addAll(other.ids);
    this.attentionRecords.push(...other.attentionRecords.slice(0, SHOWN_RECORDS - this.attentionRecords.length));
    this.unknown.push(...other.unknown.slice(0, SHOWN_UNKNOWN - this.unknown.length));
  }

  private stand(spot: RecordSpot, read: ReadRecord, judged: JudgedRecord, { index, shown }: { readonly index: number; readonly shown: boolean }): InspectedRecord | null {
    const counts = { blocks: 0, loses: 0, odd: 0 };
    let losesAll = false;
    for (const problem of judged.problems) {
      counts[problem.level] += 1;
      losesAll ||= problem.losesAll === true;
    }
    this.standing[counts.blocks > 0 ? "blocks" : counts.loses > 0 || losesAll ? "loses" : "ready"] += 1;
    if (losesAll && counts.blocks === 0) this.standing.losesAll += 1;
    const isOdd = needsAttention({ counts, losesAll });
    if (isOdd) this.attention += 1;
    const kept = isOdd && this.attentionRecords.length < SHOWN_RECORDS;
    if (!kept && !shown) return null;
    const record = detached(inspectedRecord(spot, read, judged, { index, counts, losesAll }));
    if (kept) this.attentionRecords.push(record);
    return shown ? record : null;
  }
}

function exampleOf({ source, path, text }: RecordSpot): ExampleRecord {
  return { source, path, text: text.length <= MAX_EXAMPLE_CHARS ? text : null };
}
