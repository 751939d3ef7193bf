import * as z from "zod";
import { PROVIDERS } from "@/lib/core/shapes/shape";

/**
 * Intake in acknowledged chunks: open a batch, send chunks of whole records or numbered parts of one, complete it.
 * A chunk's body is a run of frames: 4 bytes big-endian length of a JSON header, the header (FrameHeaderSchema), then
 * `byteLength` bytes of the record (or of this part of it), exactly as they stood in the source.
 */
export const MAX_CHUNK_BYTES = 512 * 1024;

export const OpenBatchInputSchema = z.strictObject({
  /** Made by the page: opening the same batch twice answers with the same one. */
  id: z.uuid(),
  name: z.string().min(1).max(200),
  kind: z.enum(["paste", "file", "sample", "blank"]),
  sources: z
    .array(z.strictObject({ name: z.string().max(500), byteLength: z.int().nonnegative(), sha256: z.string().length(64), notes: z.array(z.string().max(300)).max(20) }))
    .min(1)
    .max(1_000),
  recordCount: z.int().min(1).max(100_000),
});
export type OpenBatchInput = z.infer<typeof OpenBatchInputSchema>;

export const FrameHeaderSchema = z.strictObject({
  index: z.int().nonnegative(),
  source: z.int().nonnegative(),
  path: z.string().max(500),
  line: z.int().nullable(),
  /** Which part of the record this is, from 0, of how many. */
  part: z.int().nonnegative(),
  parts: z.int().min(1).max(1_000),
  byteLength: z.int().nonnegative(),
  /** Of the whole record. */
  recordBytes: z.int().nonnegative(),
  recordSha256: z.string().length(64),
  /** Header chosen by a sample (livekit); otherwise detection decides. */
  provider: z.enum(PROVIDERS).nullable(),
  notes: z.array(z.string().max(300)).max(20),
});
export type FrameHeader = z.infer<typeof FrameHeaderSchema>;

export const OpenBatchAnswerSchema = z.strictObject({
  batchId: z.uuid(),
  /** Indexes already on disk: an interrupted intake goes on with the others. */
  stored: z.array(z.int()).max(100_000),
});
export type OpenBatchAnswer = z.infer<typeof OpenBatchAnswerSchema>;

/** Request headers of a chunk: its length and SHA-256 are checked before anything is kept. */
export const CHUNK_SHA256_HEADER = "x-chunk-sha256";

export const ChunkAnswerSchema = z.strictObject({ stored: z.array(z.strictObject({ index: z.int(), callId: z.uuid() })).max(5_000) });
export type ChunkAnswer = z.infer<typeof ChunkAnswerSchema>;

export const CompleteBatchAnswerSchema = z.strictObject({ batchId: z.uuid(), recordCount: z.int(), firstCallId: z.uuid() });
export type CompleteBatchAnswer = z.infer<typeof CompleteBatchAnswerSchema>;

export const BatchViewSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(["paste", "file", "sample", "blank"]),
  complete: z.boolean(),
  recordCount: z.int(),
  storedCount: z.int(),
  createdAt: z.int(),
  sources: z.array(z.strictObject({ name: z.string(), byteLength: z.int(), notes: z.array(z.string()) })).max(1_000),
  /** The sum of product words: not started + waiting + accepted + attention + cancelled + excluded = taken in. */
  sum: z.strictObject({
    notStarted: z.int(),
    waiting: z.int(),
    accepted: z.int(),
    attention: z.int(),
    cancelled: z.int(),
    excluded: z.int(),
    takenIn: z.int(),
  }),
});
export type BatchView = z.infer<typeof BatchViewSchema>;
