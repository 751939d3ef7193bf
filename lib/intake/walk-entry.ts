import { createSplitter } from "@/lib/core/records/create-splitter";
import { MAX_SOURCE_BYTES } from "@/lib/core/records/limits";
import { tooLargeSource } from "@/lib/core/records/source-words";
import type { PlacedRecord, SplitEvent, Splitter } from "@/lib/core/records/split-event";
import type { Answers } from "@/lib/core/shapes/answers";
import { utf8 } from "@/lib/core/text/fingerprint";
import { StreamDecoder } from "@/lib/core/text/stream-decoder";
import type { SourceFailure, UnreadableRecord } from "./inspected-source";
import { unreadableSentence } from "./sources/source-items";
import { SourceRefused, type SourceEntry } from "./sources/source-item";

/** What is met in an entry, in its order. After a failure comes nothing, and nothing that came before counts. */
export type EntryEvent =
  /** A candidate for a call, not parsed yet. */
  | { readonly type: "record"; readonly record: PlacedRecord }
  | { readonly type: "unreadable"; readonly record: UnreadableRecord }
  | { readonly type: "failure"; readonly failure: SourceFailure };

export interface WalkOptions {
  readonly answers: Answers;
  /** Sees each piece of the entry's bytes. */
  readonly onBytes: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Sees how the bytes had to be read, once the entry is through. */
  readonly onNotes?: (notes: readonly string[]) => void;
}

/** Text copied from some editors begins with it; in a file the decoder takes it off. */
const BYTE_ORDER_MARK = "\uFEFF";
/** Ours: a text at hand is handed on in pieces, so that a cancel is heard between them. */
const PIECE_CHARS = 1024 * 1024;
/** Ours: as much of a bad line is kept to be repaired. */
const MAX_BAD_CHARS = 200_000;

/** Reads an entry and splits it into records, a piece at a time: each answer is what one piece brought. Never throws for what a person gave. */
export async function* walkEntry(entry: SourceEntry, options: WalkOptions): AsyncGenerator<readonly EntryEvent[]> {
  const splitter = createSplitter({ sourceName: entry.name, answers: options.answers });
  try {
    const { content } = entry;
    if ("text" in content) yield* walkText(content.text, splitter, entry, options);
    else yield* walkBytes(content.bytes(), splitter, entry, options);
  } catch (error) {
    if (!(error instanceof SourceRefused) && !(error instanceof DOMException)) throw error;
    yield [failed(error instanceof SourceRefused ? error.message : unreadableSentence(entry.name))];
  }
}

async function* walkText(text: string, splitter: Splitter, entry: SourceEntry, { onBytes }: WalkOptions): AsyncGenerator<readonly EntryEvent[]> {
  for (let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0; at < text.length; ) {
    let end = Math.min(text.length, at + PIECE_CHARS);
    // A pair is not cut in two: its halves could not be hashed.
    if (end < text.length && isHigh(text.charCodeAt(end - 1))) end -= 1;
    const piece = text.slice(at, end);
    at = end;
    onBytes(new Uint8Array(utf8(piece)));
    yield eventsOf(splitter.push(piece), entry);
    await Promise.resolve();
  }
  yield eventsOf(splitter.end(), entry);
}

async function* walkBytes(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, splitter: Splitter, entry: SourceEntry, { onBytes, onNotes }: WalkOptions): AsyncGenerator<readonly EntryEvent[]> {
  const decoder = new StreamDecoder();
  let length = 0;
  for await (const piece of pieces) {
    length += piece.byteLength;
    if (length > MAX_SOURCE_BYTES) {
      yield [failed(tooLargeSource(entry.name).message)];
      return;
    }
    onBytes(piece);
    const text = decoder.push(piece);
    if (!text.ok) {
      yield [failed(`${entry.name}: ${text.error.message}`)];
      return;
    }
    if (text.value !== "") yield eventsOf(splitter.push(text.value), entry);
  }
  const rest = decoder.end();
  if (!rest.ok) {
    yield [failed(`${entry.name}: ${rest.error.message}`)];
    return;
  }
  onNotes?.(decoder.notes);
  yield [...eventsOf(rest.value === "" ? [] : splitter.push(rest.value), entry), ...eventsOf(splitter.end(), entry)];
}

function eventsOf(events: readonly SplitEvent[], { name }: SourceEntry): readonly EntryEvent[] {
  return events.map((event): EntryEvent => {
    switch (event.type) {
      case "record":
        return event;
      case "bad":
        return { type: "unreadable", record: badRecord(name, event.bad) };
      case "oversized": {
        const { path, line, message } = event.oversized;
        return { type: "unreadable", record: { source: name, path, line, message: `${message} It was not taken in.`, problem: null, text: null } };
      }
      case "failure":
        return { type: "failure", failure: { message: event.failure.message, problem: event.failure.problem ?? null, text: event.text } };
    }
  });
}

/** A line, or an item of a list, that is no JSON. */
export function badRecord(source: string, { path, line, problem, text }: Extract<SplitEvent, { readonly type: "bad" }>["bad"]): UnreadableRecord {
  const message = `${path === "" ? source : path} was not taken in: it is not JSON at line ${problem.line}, column ${problem.column}. ${problem.message}`;
  return { source, path, line, message, problem, text: text === undefined || text.length > MAX_BAD_CHARS ? null : text };
}

function failed(message: string): EntryEvent {
  return { type: "failure", failure: { message, problem: null, text: null } };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
