import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { ChunkAnswer } from "@/lib/contracts/intake";
import { failure, success, type Result } from "@/lib/core/result";
import type { ServerContext } from "@/lib/server/context";
import { findAnswers, findBatch, findSourcesAt, findTakenIn } from "@/lib/server/repositories/batches";
import { bumpChange } from "@/lib/server/repositories/changes";
import { addReceiptGroups } from "@/lib/server/repositories/receipt-groups";
import { knownAgents } from "@/lib/server/services/buckets/known-agents";
import { Breath } from "./breath";
import { hashOf } from "./hash-of";
import { judgeArrived, type ArrivedRecord, type BatchOutlook } from "./judge-arrived";
import { parseFrames, type Frame } from "./parse-frames";
import { ReceiptSums } from "./receipt-sums";
import { Refused } from "./refused";
import { takeRecord } from "./take-record";
import { checkFrame, joinParts, wholeRecord } from "./whole-record";

export interface ArrivedChunk {
  readonly batchId: string;
  readonly bytes: Uint8Array;
  /** SHA-256 that the page announced, hex; null when it announced none. */
  readonly sha256: string | null;
}

/**
 * Takes a chunk in, whole or not at all: its hash is compared before anything is kept, then every record in it (and every
 * record that its parts complete) becomes a call in one transaction. The same chunk again answers the same calls. Records are judged
 * before the transaction, so that nothing waits for the store meanwhile.
 * @returns `hash_mismatch`, `invalid_input`, `too_large`, `not_found`, `conflict`.
 */
export async function takeChunk(context: ServerContext, chunk: ArrivedChunk): Promise<Result<ChunkAnswer, AppError>> {
  if (chunk.sha256 === null || chunk.sha256.toLowerCase() !== hashOf(chunk.bytes)) return failure(damaged());
  const frames = parseFrames(chunk.bytes);
  if (!frames.ok) return frames;
  try {
    const taking = await prepare(context, chunk.batchId, frames.value);
    return await context.db.transaction().execute(async (trx) => success({ stored: await store({ ...context, db: trx }, taking) }));
  } catch (error) {
    if (error instanceof Refused) return failure(error.reason);
    throw error;
  }
}

interface Taking {
  readonly batchId: string;
  readonly frames: readonly Frame[];
  readonly sources: Awaited<ReturnType<typeof findSourcesAt>>;
  /** Judged, by place; records that are in parts are judged once they are whole. */
  readonly arrived: ReadonlyMap<number, ArrivedRecord>;
  readonly outlook: BatchOutlook;
}

/** Checks every frame and judges the records that are whole. */
async function prepare(context: ServerContext, batchId: string, frames: readonly Frame[]): Promise<Taking> {
  const batch = await findBatch(context.db, batchId);
  if (!batch) throw new Refused(gone());
  const sources = await findSourcesAt(context.db, batchId, [...new Set(frames.map(({ header }) => header.source))]);
  const known = await findTakenIn(context.db, batchId, frames.map(({ header }) => header.index));
  const outlook = { answers: await findAnswers(context.db, batchId), agents: await knownAgents(context.db, context.target.id) };
  const whole = frames.flatMap((frame) => {
    const { index, source, parts } = frame.header;
    if (!sources.has(source) || index >= batch.recordCount) throw new Refused(appError("invalid_input", "A record does not belong to this batch. Nothing of this part was saved."));
    checkFrame(frame);
    return parts === 1 && !known.has(index) ? [wholeRecord(frame.header, frame.bytes)] : [];
  });
  const arrived = await judgeArrived(context, whole, outlook);
  return { batchId, frames, sources, arrived: new Map(arrived.map((record) => [record.header.index, record])), outlook };
}

async function store(context: ServerContext, { batchId, frames, sources, arrived, outlook }: Taking): Promise<ChunkAnswer["stored"]> {
  const { db } = context;
  if (!(await findBatch(db, batchId))) throw new Refused(gone());
  // Asked again: the same chunk may have come by another way while its records were judged.
  const known = await findTakenIn(db, batchId, frames.map(({ header }) => header.index));
  const receipts = new ReceiptSums();
  const causes = new Map<string, number>();
  const breath = new Breath();
  const stored: { index: number; callId: string }[] = [];
  for (const frame of frames) {
    const { index, source: place } = frame.header;
    const earlier = known.get(index);
    if (earlier && earlier.sha256 !== frame.header.recordSha256) throw new Refused(appError("conflict", "Another record stands in this place already. Nothing of this part was saved."));
    const source = sources.get(place);
    if (earlier) stored.push({ index, callId: earlier.callId });
    if (earlier || !source) continue;
    const record = arrived.get(index) ?? (await completed(context, frame, { batchId, outlook }));
    if (record === undefined) continue;
    stored.push({ index, callId: await takeRecord(context, record, { batchId, source, causes }) });
    receipts.add(record.read.receiptGroups);
    await breath.take();
  }
  await addReceiptGroups(db, batchId, receipts.groups);
  await bumpChange(db);
  return stored;
}

/** The record that a part completes, judged; undefined while others are missing. */
async function completed(context: ServerContext, frame: Frame, { batchId, outlook }: Pick<Taking, "batchId" | "outlook">): Promise<ArrivedRecord | undefined> {
  const whole = await joinParts(context.db, batchId, frame);
  return whole === null ? undefined : (await judgeArrived(context, [whole], outlook))[0];
}

function gone(): AppError {
  return appError("not_found", "This batch is not here any more. Nothing was saved; take the source in once more.");
}

function damaged(): AppError {
  return appError("hash_mismatch", "A part of this intake was damaged on its way. Nothing of it was saved; it can be sent again.", { retryable: true });
}
