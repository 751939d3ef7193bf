import { openRecord } from "@/lib/core/records/open-record";
import type { PlacedRecord } from "@/lib/core/records/split-event";
import type { Answers } from "@/lib/core/shapes/answers";
import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import { limitedNotes, type BatchPlan, type PlannedItem } from "./batch-plan";
import { ChunkPacker, type RecordToSend } from "./frame-chunks";
import type { GivenSource } from "./inspected-source";
import type { IndexedSource, IntakeIndex } from "./intake-index";
import { sourceItems } from "./sources/source-items";
import type { SourceEntry } from "./sources/source-item";
import { StoredPlaces, type StoredRanges } from "./stored-ranges";
import { walkEntry } from "./walk-entry";

/** A run of frames, ready to be sent. Hashed in script: `crypto.subtle` is missing where the page is served over plain HTTP to another machine. */
export interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** Thrown in the second pass where a source is not what it was in the first. The message is for the person. */
export class SourceChanged extends Error {}

export interface ChunkOptions {
  readonly index: IntakeIndex;
  readonly plan: BatchPlan;
  readonly answers: Answers;
  /** On the server's disk already. */
  readonly stored: StoredRanges;
}

/**
 * Reads the sources of an intake a second time and packs their records into chunks, made one at a time as they are asked for; what is
 * on the server's disk already is left out, and sources of which all is there are not read.
 * @throws SourceChanged where a source holds other records than it did when it was looked at.
 */
export async function* chunkIntake(given: readonly GivenSource[], { index, plan, answers, stored }: ChunkOptions): AsyncGenerator<Chunk, undefined> {
  const places = new StoredPlaces(stored);
  const packer = new ChunkPacker();
  let place = 0;
  for (const source of given) {
    for await (const item of sourceItems(source)) {
      if (item.kind === "aside") continue;
      const [known, planned] = [index.sources[place], plan.items[place]];
      place += 1;
      if (known?.name !== item.name) throw changed(item.name);
      if (item.kind === "refused" || !planned || places.hasAll(planned.firstIndex, planned.firstIndex + known.recordCount - 1)) continue;
      for await (const record of recordsOf(item, { known, planned, answers })) {
        if (!places.has(record.index)) for (const bytes of packer.add(toSend(record))) yield { bytes, sha256: sha256Hex(bytes) };
      }
    }
  }
  if (place !== index.sources.length) throw changed(index.sources[place]?.name ?? "A source");
  for (const bytes of packer.rest()) yield { bytes, sha256: sha256Hex(bytes) };
  return undefined;
}

interface FoundToSend extends Omit<RecordToSend, "bytes" | "sha256"> {
  readonly text: string;
}

async function* recordsOf(entry: SourceEntry, { known, planned, answers }: { readonly known: IndexedSource; readonly planned: PlannedItem; readonly answers: Answers }): AsyncGenerator<FoundToSend> {
  let count = 0;
  for await (const events of walkEntry(entry, { answers, onBytes: () => undefined })) {
    for (const event of events) {
      if (event.type === "failure") throw changed(entry.name);
      if (event.type !== "record") continue;
      for (const { path, line, notes, text } of known.isPlain ? [event.record] : opened(event.record, answers)) {
        yield { index: planned.firstIndex + count, source: planned.ordinal, path, line, provider: entry.provider, notes: limitedNotes(notes), text };
        count += 1;
      }
    }
  }
  if (count !== known.recordCount) throw changed(entry.name);
}

function opened(candidate: PlacedRecord, answers: Answers): readonly PlacedRecord[] {
  return openRecord(candidate, answers).flatMap((one) => (one.ok ? [one.record] : []));
}

function toSend({ text, ...plain }: FoundToSend): RecordToSend {
  const bytes = utf8(text);
  return { ...plain, bytes, sha256: sha256Hex(bytes) };
}

function changed(name: string): SourceChanged {
  return new SourceChanged(`${name} has changed since it was looked at. What was kept before is safe; start over and take it in once more.`);
}
