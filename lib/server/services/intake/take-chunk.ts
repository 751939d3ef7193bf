import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { ChunkAnswer } from "@/lib/contracts/intake";
import { MAX_CALL_BYTES } from "@/lib/core/records/limits";
import { failure, success, type Result } from "@/lib/core/result";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import type { ServerContext } from "@/lib/server/context";
import { findAnswers, findBatch, findTakenIn, listSources } from "@/lib/server/repositories/batches";
import { addReceiptGroups } from "@/lib/server/repositories/receipt-groups";
import { deleteParts, listParts, savePart } from "@/lib/server/repositories/record-parts";
import { knownAgents } from "@/lib/server/services/buckets/known-agents";
import { ReceiptSums } from "./receipt-sums";
import { parseFrames, type Frame } from "./parse-frames";
import { takeRecord, type WholeRecord } from "./take-record";

export interface ArrivedChunk {
  readonly batchId: string;
  readonly bytes: Uint8Array;
  /** SHA-256 that the page announced, hex; null when it announced none. */
  readonly sha256: string | null;
}

/**
 * Takes a chunk in, whole or not at all: its hash is compared before anything is kept, then every record in it (and every
 * record that its parts complete) becomes a call in one transaction. The same chunk again answers the same calls.
 * @returns `hash_mismatch`, `invalid_input`, `too_large`, `not_found`, `conflict`.
 */
export async function takeChunk(context: ServerContext, chunk: ArrivedChunk): Promise<Result<ChunkAnswer, AppError>> {
  if (chunk.sha256 === null || chunk.sha256.toLowerCase() !== sha256Hex(chunk.bytes)) return failure(damaged());
  const frames = parseFrames(chunk.bytes);
  if (!frames.ok) return frames;
  try {
    return await context.db.transaction().execute(async (trx) => success({ stored: await takeFrames({ ...context, db: trx }, chunk.batchId, frames.value) }));
  } catch (error) {
    if (error instanceof Refused) return failure(error.reason);
    throw error;
  }
}

/** Thrown inside the transaction so that nothing of the chunk stays. */
class Refused extends Error {
  readonly reason: AppError;

  constructor(reason: AppError) {
    super(reason.code);
    this.reason = reason;
  }
}

async function takeFrames(context: ServerContext, batchId: string, frames: readonly Frame[]): Promise<ChunkAnswer["stored"]> {
  const batch = await findBatch(context.db, batchId);
  if (!batch) throw new Refused(appError("not_found", "This batch is not here any more. Nothing was saved; take the source in once more."));
  const sources = await listSources(context.db, batchId);
  const agents = await knownAgents(context.db, context.target.id);
  const answers = await findAnswers(context.db, batchId);
  const receipts = new ReceiptSums();
  const stored: { index: number; callId: string }[] = [];
  for (const frame of frames) {
    const { index } = frame.header;
    const source = sources[frame.header.source];
    if (!source || index >= batch.recordCount) throw new Refused(appError("invalid_input", "A record does not belong to this batch. Nothing of this part was saved."));
    const earlier = await findTakenIn(context.db, batchId, index);
    if (earlier && earlier.sha256 !== frame.header.recordSha256) throw new Refused(appError("conflict", "Another record stands in this place already. Nothing of this part was saved."));
    if (earlier) {
      stored.push({ index, callId: earlier.callId });
      continue;
    }
    const record = await wholeRecord(context, batchId, frame);
    if (record) stored.push({ index, callId: await takeRecord(context, record, { batchId, source, agents, answers, receipts }) });
  }
  await addReceiptGroups(context.db, batchId, receipts.groups);
  return stored;
}

/** The record that a frame is or completes; null while parts of it are missing. */
async function wholeRecord({ db }: ServerContext, batchId: string, { header, bytes }: Frame): Promise<WholeRecord | null> {
  const { index, part, parts, recordBytes } = header;
  if (recordBytes > MAX_CALL_BYTES) throw new Refused(appError("too_large", "A record is larger than the 8 MB that one call may have. Nothing of this part was saved."));
  if (part >= parts) throw new Refused(damaged());
  if (parts === 1) return checked(header, bytes);
  await savePart(db, { batchId, recordIndex: index, part, parts, headerJson: JSON.stringify(header), bytes });
  const saved = await listParts(db, batchId, index);
  if (saved.some((other) => other.parts !== parts)) throw new Refused(damaged());
  if (saved.length < parts) return null;
  await deleteParts(db, batchId, index);
  return checked(header, new Uint8Array(Buffer.concat(saved.map((other) => other.bytes))));
}

function checked(header: Frame["header"], bytes: Uint8Array): WholeRecord {
  if (bytes.byteLength !== header.recordBytes || sha256Hex(bytes) !== header.recordSha256) throw new Refused(damaged());
  try {
    return { header, bytes, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // The page sends UTF-8 only; a test covers bytes that are not.
    throw new Refused(appError("invalid_input", "A record is not UTF-8 text. Nothing of this part was saved."));
  }
}

function damaged(): AppError {
  return appError("hash_mismatch", "A part of this intake was damaged on its way. Nothing of it was saved; it can be sent again.", { retryable: true });
}
