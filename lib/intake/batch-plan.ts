import type { OpenBatchInput } from "@/lib/contracts/intake";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { MAX_RECORDS } from "@/lib/core/records/limits";
import { failure, success, type Result } from "@/lib/core/result";
import type { RecordToSend } from "./frame-chunks";
import type { InspectedSource } from "./inspected-source";

/** What one intake sends to the server: the batch as it is opened and its records in order. */
export interface BatchPlan {
  readonly batch: OpenBatchInput;
  readonly records: readonly RecordToSend[];
}

/** Of the contract: notes of a source, and characters of one. */
const MAX_NOTES = 20;
const MAX_NOTE = 300;
const MAX_NAME = 200;

/**
 * Makes the plan of an intake from what was inspected; sources without records are left out. The id is the caller's, so that
 * the same intake can be sent again. @returns a sentence where there are more records than one intake may have.
 */
export function planBatch(sources: readonly InspectedSource[], intake: Pick<OpenBatchInput, "id" | "kind" | "name">): Result<BatchPlan, string> {
  const kept = sources.filter(({ records }) => records.length > 0);
  const records = kept.flatMap((source, place) => source.records.map((record) => ({ record, source, place })));
  if (records.length === 0) return failure("There is no call in this. Nothing was taken in.");
  if (records.length > MAX_RECORDS) {
    const limit = `This release takes in at most ${formatCount(MAX_RECORDS)} at a time.`;
    return failure(`${formatPlural(records.length, "call")} in ${formatPlural(kept.length, "file")}. ${limit} Nothing was taken in. Choose fewer files and try again.`);
  }
  return success({
    batch: {
      ...intake,
      name: intake.name.slice(0, MAX_NAME),
      sources: kept.map((source) => ({ name: source.name.slice(0, 500), byteLength: source.byteLength, sha256: source.sha256, notes: sourceNotes(source) })),
      recordCount: records.length,
    },
    records: records.map(({ record, source, place }, index) => ({
      index,
      source: place,
      path: record.path,
      line: record.line,
      bytes: record.bytes,
      sha256: record.sha256,
      provider: source.provider,
      notes: limited(record.notes),
    })),
  });
}

/** What a person has to know of a source later: how it was read, and which of its lines were not. */
function sourceNotes({ notes, badLines, oversized }: InspectedSource): string[] {
  const bad = badLines.map(({ line, column, message }) => `Line ${formatCount(line)} was not taken in: it is not JSON at column ${formatCount(column)}. ${message}`);
  const large = oversized.map((message) => `${message} It was not taken in.`);
  return limited([...notes, ...bad, ...large]);
}

function limited(notes: readonly string[]): string[] {
  const short = notes.map((note) => (note.length > MAX_NOTE ? `${note.slice(0, MAX_NOTE - 1)}…` : note));
  if (short.length <= MAX_NOTES) return short;
  return [...short.slice(0, MAX_NOTES - 1), `${formatCount(short.length - MAX_NOTES + 1)} more of this kind.`];
}
