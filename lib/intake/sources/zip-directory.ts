import { failure, success, type Result } from "@/lib/core/result";
import { readRange } from "./read-pieces";

/** A file inside a zip, as the archive's directory has it (PKWARE APPNOTE 6.3, section 4.3.12). */
export interface ZipEntry {
  /** As written: a path such as "../../etc" is text like any other. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** The end record and the longest comment that may follow it. */
const TAIL_BYTES = 22 + 0xffff;
/** Ours: 100,000 entries with names of 500 bytes. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 100_000;

const NO_END = "It is damaged or was cut off: the list of its files, which stands at its end, is missing.";

/** The files of a zip in the order of its directory, folders left out. The failure is a sentence without the archive's name. */
export async function readZipDirectory(zip: Blob): Promise<Result<readonly ZipEntry[], string>> {
  const tailStart = Math.max(0, zip.size - TAIL_BYTES);
  const tail = await readRange(zip, tailStart, zip.size);
  const end = lastIndexOfSignature(tail, 0x06054b50);
  if (end < 0) return failure(NO_END);
  const view = viewOf(tail);
  const wide = await wideEnd(zip, view, tailStart, end);
  const count = wide?.count ?? view.getUint16(end + 10, true);
  const size = wide?.size ?? view.getUint32(end + 12, true);
  const start = wide?.start ?? view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return failure(`It holds ${count.toLocaleString("en-US")} files; at most ${MAX_ENTRIES.toLocaleString("en-US")} are read at a time.`);
  if (size > MAX_DIRECTORY_BYTES || start + size > zip.size) return failure(NO_END);
  return readEntries(await readRange(zip, start, start + size), count);
}

/** Archives over 4 GB or 65,535 files keep these numbers in a record of their own. */
async function wideEnd(zip: Blob, tail: DataView, tailStart: number, end: number): Promise<{ readonly count: number; readonly size: number; readonly start: number } | null> {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) return null;
  const at = Number(tail.getBigUint64(locator + 8, true));
  if (at + 56 > tailStart + end) return null;
  const record = viewOf(await readRange(zip, at, at + 56));
  if (record.getUint32(0, true) !== 0x06064b50) return null;
  return { count: Number(record.getBigUint64(32, true)), size: Number(record.getBigUint64(40, true)), start: Number(record.getBigUint64(48, true)) };
}

function readEntries(directory: Uint8Array, count: number): Result<readonly ZipEntry[], string> {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== 0x02014b50) return failure(NO_END);
    const [nameBytes, extraBytes, commentBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const next = at + 46 + nameBytes + extraBytes + commentBytes;
    if (next > directory.length) return failure(NO_END);
    const entry = readEntry(directory, view, at, { nameBytes, extraBytes });
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  return success(entries);
}

function readEntry(directory: Uint8Array, view: DataView, at: number, { nameBytes, extraBytes }: { readonly nameBytes: number; readonly extraBytes: number }): ZipEntry {
  const wide = wideNumbers(view, at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const number = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === 0xffffffff ? (wide.shift() ?? value) : value;
  };
  const flags = view.getUint16(at + 8, true);
  // The wide numbers stand in this order, each only where the short one is full.
  const unpackedBytes = number(24);
  const packedBytes = number(20);
  const offset = number(42);
  const name = nameText(directory.subarray(at + 46, at + 46 + nameBytes), (flags & 0x800) !== 0);
  return { name, isEncrypted: (flags & 1) !== 0, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedBytes, unpackedBytes, offset };
}

/** The numbers of 64 bits of the extra field 1. */
function wideNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    const numbers: number[] = [];
    for (let place = at + 4; place + 8 <= end; place += 8) numbers.push(Number(view.getBigUint64(place, true)));
    return numbers;
  }
  return [];
}

/** Names are UTF-8 where the archive says so or where they happen to be; older archives have the letters of a DOS code page. */
function nameText(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
  } catch {
    // Not UTF-8, and nothing says which letters these are: the name is for people, the first 128 are the same everywhere.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function lastIndexOfSignature(bytes: Uint8Array, signature: number): number {
  const view = viewOf(bytes);
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === signature) return at;
  return -1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
