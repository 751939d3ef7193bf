import { formatCount } from "@/lib/core/format/count";
import { judgeRecord } from "@/lib/core/judge/judge-record";
import { readTree } from "@/lib/core/judge/read-record";
import { MAX_RECORDS } from "@/lib/core/records/limits";
import { openRecord } from "@/lib/core/records/open-record";
import type { PlacedRecord } from "@/lib/core/records/split-event";
import type { Answers } from "@/lib/core/shapes/answers";
import type { InspectedRecord, GivenSource, SourceFailure, UnreadableRecord } from "./inspected-source";
import type { IntakeIndex, IndexedSource } from "./intake-index";
import type { IntakeProgress, IntakeReport } from "./intake-report";
import { RecordTally, SHOWN_RECORDS } from "./report/record-tally";
import { makeReport } from "./report/make-report";
import { SourceList } from "./report/source-list";
import { createEntryHash } from "./sources/entry-hash";
import { readAhead } from "./sources/read-pieces";
import { sourceItems } from "./sources/source-items";
import type { SourceEntry } from "./sources/source-item";
import { badRecord, walkEntry } from "./walk-entry";

export interface InspectOptions {
  readonly answers: Answers;
  readonly signal?: AbortSignal;
  /** Milliseconds of any clock that goes on; for the progress alone. */
  readonly now: () => number;
  readonly onProgress?: (progress: IntakeProgress) => void;
  /** Of the intake; 100,000 unless said. */
  readonly maxRecords?: number;
}

/** What an intake holds, and what is needed to send it. */
export interface Inspection {
  readonly report: IntakeReport;
  readonly index: IntakeIndex;
}

/** Ours: often enough to be seen moving. */
const PROGRESS_MS = 100;
/** Ours: thousands of small files are mostly waiting for the next one; of so many the bytes are asked for beforehand. */
const READ_AHEAD = 32;
const SHOWN_UNREADABLE = 200;
const SHOWN_ASIDES = 20;

/**
 * Reads all sources of an intake once: decodes, unpacks, splits, recognises, converts and judges each record, and keeps sums and the
 * first of each kind. Memory does not grow with the sources. What cannot be read is told in the report; nothing of it throws.
 * @throws the signal's reason when it is cancelled.
 */
export async function inspectIntake(given: readonly GivenSource[], options: InspectOptions): Promise<Inspection> {
  const inspector = new IntakeInspector(given, options);
  for (const [place, source] of given.entries()) {
    for (const { content } of given.slice(place === 0 ? 1 : place + READ_AHEAD, place + READ_AHEAD + 1)) if (typeof content !== "string") readAhead(content);
    await inspector.read(source);
  }
  return inspector.finish();
}

class IntakeInspector {
  private readonly options: InspectOptions;
  private readonly total = new RecordTally();
  private readonly list = new SourceList();
  private readonly indexed: IndexedSource[] = [];
  private readonly asides: string[] = [];
  private readonly progress: { bytes: number; totalBytes: number; sources: number; totalSources: number; records: number };
  private shown = 0;
  private lastProgress: number;

  constructor(given: readonly GivenSource[], options: InspectOptions) {
    this.options = options;
    const totalBytes = given.reduce((sum, { content }) => sum + (typeof content === "string" ? content.length : content.size), 0);
    this.progress = { bytes: 0, totalBytes, sources: 0, totalSources: given.length, records: 0 };
    this.lastProgress = options.now();
  }

  async read(source: GivenSource): Promise<void> {
    for await (const item of sourceItems(source)) {
      this.options.signal?.throwIfAborted();
      if (item.kind === "aside") {
        if (this.asides.length < SHOWN_ASIDES) this.asides.push(item.sentence);
      } else if (item.kind === "refused") {
        const { name, provider, givenBytes, message } = item;
        this.keep(new OpenSource(this.total.count, 0), { name, provider, byteLength: givenBytes, sha256: "", notes: [], failure: { message, problem: null, text: null } });
        this.progress.bytes += givenBytes;
      } else await this.readEntry(item);
    }
    this.progress.sources += 1;
    this.report();
  }

  finish(): Inspection {
    return { report: makeReport(this.total, this.list, this.asides), index: { sources: this.indexed, recordCount: this.total.count } };
  }

  private async readEntry(entry: SourceEntry): Promise<void> {
    const source = new OpenSource(this.total.count, SHOWN_RECORDS - this.shown);
    const hash = createEntryHash();
    const before = this.progress.bytes;
    let [byteLength, notes]: [number, readonly string[]] = [0, entry.notes];
    const walk = walkEntry(entry, {
      answers: this.options.answers,
      onBytes: (bytes) => {
        hash.update(bytes);
        byteLength += bytes.byteLength;
        this.progress.bytes = before + Math.min(entry.givenBytes, byteLength);
      },
      onNotes: (further) => (notes = [...notes, ...further]),
    });
    for await (const events of walk) {
      for (const event of events) {
        if (event.type === "record") this.open(source, event.record, entry);
        else if (event.type === "unreadable") source.miss(event.record);
        else source.failure ??= event.failure;
      }
      this.options.signal?.throwIfAborted();
      this.report(source.tally.count);
    }
    this.progress.bytes = before + entry.givenBytes;
    const failure = source.failure ?? source.whyNothing(entry.name, { before: this.total.count, limit: this.options.maxRecords ?? MAX_RECORDS });
    this.keep(source, { name: entry.name, provider: entry.provider, byteLength, sha256: await hash.finish(), notes, failure });
  }

  /** Opens a candidate: one record, several where it was a wrapper round a list, or none. */
  private open(source: OpenSource, candidate: PlacedRecord, entry: SourceEntry): void {
    const { answers } = this.options;
    const opened = openRecord(candidate, answers);
    const [first] = opened;
    if (opened.length !== 1 || first?.ok !== true || first.record.text !== candidate.text) source.isPlain = false;
    for (const one of opened) {
      if (!one.ok) source.miss(badRecord(entry.name, one.bad));
      else {
        const { path, line, notes, text } = one.record;
        const read = readTree(text, one, answers);
        const judged = judgeRecord(read, { provider: entry.provider, knownAgents: null, alreadyUploaded: null });
        source.take(source.tally.add({ source: entry.name, path, line, notes, text }, read, judged, source.next));
      }
    }
  }

  private keep(source: OpenSource, known: Omit<Parameters<SourceList["add"]>[0], "recordCount" | "records" | "unreadableCount" | "unreadable">): void {
    const isKept = known.failure === null;
    const { tally, records, unreadableCount, unreadable } = source;
    this.list.add({ ...known, recordCount: isKept ? tally.count : 0, records: isKept ? records : [], unreadableCount, unreadable });
    const { name, byteLength, sha256, notes } = known;
    this.indexed.push({ name, byteLength, sha256, notes, recordCount: isKept ? tally.count : 0, isPlain: source.isPlain, unreadable: unreadable.slice(0, SHOWN_ASIDES).map(({ message }) => message), unreadableCount });
    if (!isKept) return;
    this.shown += records.length;
    this.total.addAll(tally);
    this.progress.records = this.total.count;
  }

  private report(open = 0): void {
    const now = this.options.now();
    if (now - this.lastProgress < PROGRESS_MS) return;
    this.lastProgress = now;
    this.options.onProgress?.({ ...this.progress, records: this.total.count + open });
  }
}

/** A source while it is being read: what was found counts once it is known that nothing of it fails. */
class OpenSource {
  readonly tally = new RecordTally();
  readonly records: InspectedRecord[] = [];
  readonly unreadable: UnreadableRecord[] = [];
  unreadableCount = 0;
  failure: SourceFailure | null = null;
  /** Each candidate was one record as it stood: to send them, they need not be opened again. */
  isPlain = true;
  private readonly base: number;
  private readonly room: number;

  constructor(base: number, room: number) {
    this.base = base;
    this.room = room;
  }

  get next(): { readonly index: number; readonly shown: boolean } {
    return { index: this.base + this.tally.count, shown: this.records.length < this.room };
  }

  take(record: InspectedRecord | null): void {
    if (record) this.records.push(record);
  }

  miss(record: UnreadableRecord): void {
    this.unreadableCount += 1;
    if (this.unreadable.length < SHOWN_UNREADABLE) this.unreadable.push(record);
  }

  /** A source without any record that can be read, and one that is too much for this intake, fail as a whole. */
  whyNothing(name: string, room: { readonly before: number; readonly limit: number }): SourceFailure | null {
    const message = this.messageOfNothing(name, room);
    const [only] = this.unreadable;
    return message === null ? null : { message, problem: only?.problem ?? null, text: only?.text ?? null };
  }

  private messageOfNothing(name: string, { before, limit }: { readonly before: number; readonly limit: number }): string | null {
    const { count } = this.tally;
    const [first] = this.unreadable;
    if (count === 0) return first === undefined ? `${name} holds no calls. Nothing was taken in of it.` : `${name} holds no call that can be read. ${first.message}`;
    if (before + count <= limit) return null;
    return `With ${name} there are more than ${formatCount(limit)} calls, the most of one intake. Nothing was taken in of it. Take it in by itself.`;
  }
}
