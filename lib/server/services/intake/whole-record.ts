import "server-only";
import { appError } from "@/lib/core/app-error";
import type { FrameHeader } from "@/lib/contracts/intake";
import { MAX_CALL_BYTES } from "@/lib/core/records/limits";
import type { Database } from "@/lib/server/db/database";
import { deleteParts, listParts, savePart } from "@/lib/server/repositories/record-parts";
import { hashOf } from "./hash-of";
import type { WholeRecord } from "./judge-arrived";
import type { Frame } from "./parse-frames";
import { Refused } from "./refused";

/** What a frame says of itself. @throws Refused where that cannot be. */
export function checkFrame({ header: { part, parts, recordBytes } }: Frame): void {
  if (recordBytes > MAX_CALL_BYTES) throw new Refused(appError("too_large", "A record is larger than the 8 MB that one call may have. Nothing of this part was saved."));
  if (part >= parts) throw new Refused(damagedRecord());
}

/** The record of some bytes. @throws Refused where they are others than were announced, or no UTF-8. */
export function wholeRecord(header: FrameHeader, bytes: Uint8Array): WholeRecord {
  if (bytes.byteLength !== header.recordBytes || hashOf(bytes) !== header.recordSha256) throw new Refused(damagedRecord());
  try {
    return { header, bytes, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // The page sends UTF-8 only; a test covers bytes that are not.
    throw new Refused(appError("invalid_input", "A record is not UTF-8 text. Nothing of this part was saved."));
  }
}

/** The record that a part completes; null while others are missing. */
export async function joinParts(db: Database, batchId: string, { header, bytes }: Frame): Promise<WholeRecord | null> {
  const { index, part, parts } = header;
  await savePart(db, { batchId, recordIndex: index, part, parts, headerJson: JSON.stringify(header), bytes });
  const saved = await listParts(db, batchId, index);
  if (saved.some((other) => other.parts !== parts)) throw new Refused(damagedRecord());
  if (saved.length < parts) return null;
  await deleteParts(db, batchId, index);
  return wholeRecord(header, new Uint8Array(Buffer.concat(saved.map((other) => other.bytes))));
}

function damagedRecord() {
  return appError("hash_mismatch", "A part of this intake was damaged on its way. Nothing of it was saved; it can be sent again.", { retryable: true });
}
