import { formatPlural } from "@/lib/core/format/count";
import { whyTooLarge } from "./archive-limits";
import { crc32 } from "./crc32";
import { readPieces, readRange } from "./read-pieces";
import { SourceRefused, type SourceItem } from "./source-item";
import { damagedSentence, unpack, UnpackBudget } from "./unpack";
import { readZipDirectory, type ZipEntry } from "./zip-directory";
import type { GivenBlob } from "./given-blob";

const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** The files of a zip, each a source of its own; what a system put there by itself is left out and counted. */
export async function* zipItems(given: GivenBlob): AsyncGenerator<SourceItem> {
  const { name, blob, provider } = given;
  const refused = (message: string): SourceItem => ({ kind: "refused", name, provider, givenBytes: blob.size, message });
  const directory = await readZipDirectory(blob);
  if (!directory.ok) {
    yield refused(`${name} cannot be unpacked. ${directory.error} Nothing was taken in of it.`);
    return;
  }
  const entries = directory.value.filter((entry) => !isSystems(entry.name));
  const hidden = directory.value.length - entries.length;
  if (hidden > 0) yield { kind: "aside", sentence: `${formatPlural(hidden, "hidden file")} of a system in ${name} ${hidden === 1 ? "was" : "were"} left out.` };
  if (entries.length === 0) {
    yield refused(`${name} is an archive without files. Nothing was taken in of it.`);
    return;
  }
  const whyNot = whyTooLarge(name, blob.size, entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0));
  if (whyNot !== null) {
    yield refused(whyNot);
    return;
  }
  const budget = new UnpackBudget(name, blob.size);
  for (const entry of entries) yield entryItem(given, entry, budget);
}

/** Finder's own folder and files that begin with a dot are nobody's calls. */
function isSystems(path: string): boolean {
  return path.split("/").some((part, place) => (part.startsWith(".") && part !== "." && part !== "..") || (place === 0 && part === "__MACOSX"));
}

function entryItem({ name: archive, blob, provider }: GivenBlob, entry: ZipEntry, budget: UnpackBudget): SourceItem {
  const name = `${archive}/${entry.name}`;
  const refused = (why: string): SourceItem => ({ kind: "refused", name, provider, givenBytes: entry.packedBytes, message: `${name} ${why} Nothing was taken in of it.` });
  if (entry.isEncrypted) return refused("is encrypted, and Intake has no password for it. Unpack it and choose the files inside.");
  if (entry.method !== STORED && entry.method !== DEFLATED) return refused(`is packed by a method that Intake does not read (method ${entry.method}). Unpack it and choose the files inside.`);
  return { kind: "entry", name, provider, notes: [], givenBytes: entry.packedBytes, content: { bytes: () => entryBytes(blob, entry, { name, budget }), size: entry.unpackedBytes } };
}

async function* entryBytes(zip: Blob, entry: ZipEntry, place: { readonly name: string; readonly budget: UnpackBudget }): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const header = await readRange(zip, entry.offset, entry.offset + LOCAL_HEADER_BYTES);
  const view = new DataView(header.buffer);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== 0x04034b50) throw new SourceRefused(damagedSentence(place.name));
  const start = entry.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packedBytes > zip.size) throw new SourceRefused(damagedSentence(place.name));
  const packed = readPieces(zip, start, start + entry.packedBytes);
  let crc = 0;
  let length = 0;
  for await (const piece of entry.method === STORED ? packed : unpack("deflate", packed, place)) {
    if (entry.method === STORED) place.budget.spend(piece.byteLength);
    crc = crc32(piece, crc);
    length += piece.byteLength;
    yield piece;
  }
  if (crc !== entry.crc || length !== entry.unpackedBytes) throw new SourceRefused(damagedSentence(place.name));
}
