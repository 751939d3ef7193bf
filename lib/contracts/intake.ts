import * as z from "zod";
import { PROVIDERS } from "@/lib/core/shapes/shape";

/**
 * Intake in acknowledged chunks: open a batch, send chunks of whole records or numbered parts of one, complete it.
 * A chunk's body is a run of frames: 4 bytes big-endian length of a JSON header, the header (FrameHeaderSchema), then
 * `byteLength` bytes of the record (or of this part of it), exactly as they stood in the source.
 */
export const MAX_CHUNK_BYTES = 512 * 1024;

/** Sources that are announced with one request. */
export const MAX_SOURCES_AT_ONCE = 1_000;
export const MAX_SOURCES = 100_000;

export const AnnouncedSourceSchema = z.strictObject({
  name: z.string().max(500),
  byteLength: z.int().nonnegative(),
  sha256: z.string().length(64),
  notes: z.array(z.string().max(300)).max(20),
});
export type AnnouncedSource = z.infer<typeof AnnouncedSourceSchema>;

/** What a person has said about how the sources are to be read; the keys are ids of questions. */
export const AnswersSchema = z.record(z.string().max(200), z.string().max(20_000)).refine((answers) => Object.keys(answers).length <= 200, "At most 200 answers");

export const OpenBatchInputSchema = z.strictObject({
  /** Made by the page: opening the same batch twice answers with the same one. */
  id: z.uuid(),
  name: z.string().min(1).max(200),
  kind: z.enum(["paste", "file", "sample", "blank"]),
  /** The first ones; the others are announced after. */
  sources: z.array(AnnouncedSourceSchema).min(1).max(MAX_SOURCES_AT_ONCE),
  /** How many there are in all; those in `sources` unless said. */
  sourceCount: z.int().min(1).max(MAX_SOURCES).exactOptional(),
  recordCount: z.int().min(1).max(100_000),
  answers: AnswersSchema.exactOptional(),
});
export type OpenBatchInput = z.infer<typeof OpenBatchInputSchema>;

/** Further sources of an open batch, in order. */
export const AnnounceSourcesInputSchema = z.strictObject({
  /** Place of the first of them among the batch's sources, from 0. */
  first: z.int().nonnegative().max(MAX_SOURCES),
  sources: z.array(AnnouncedSourceSchema).min(1).max(MAX_SOURCES_AT_ONCE),
});
export type AnnounceSourcesInput = z.infer<typeof AnnounceSourcesInputSchema>;

/** How many of a batch's sources are known now. */
export const AnnounceSourcesAnswerSchema = z.strictObject({ announced: z.int() });
export type AnnounceSourcesAnswer = z.infer<typeof AnnounceSourcesAnswerSchema>;

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
  /** Indexes already on disk, as ranges with both ends in them: an interrupted intake goes on with the others. */
  stored: z.array(z.tuple([z.int(), z.int()])).max(50_000),
  /** How many sources are known; the others have to be announced before their records are sent. */
  announced: z.int(),
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
  /** The first 1,000 of `sourceCount`. */
  sources: z.array(z.strictObject({ name: z.string(), byteLength: z.int(), notes: z.array(z.string()) })).max(1_000),
  sourceCount: z.int(),
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

/** A page of a batch's sources: by their hashes the same files are known again. */
export const SourcePageSchema = z.strictObject({
  sources: z.array(z.strictObject({ ordinal: z.int(), name: z.string(), byteLength: z.int(), sha256: z.string() })).max(MAX_SOURCES_AT_ONCE),
  sourceCount: z.int(),
  answers: AnswersSchema,
});
export type SourcePage = z.infer<typeof SourcePageSchema>;

export const SourcePageQuerySchema = z.strictObject({ from: z.coerce.number().int().nonnegative().default(0) });

/** Intakes that broke off before all of their records were on disk, the newest first. */
export const PendingBatchesSchema = z.strictObject({
  batches: z.array(z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(["paste", "file", "sample", "blank"]), stored: z.int(), recordCount: z.int(), createdAt: z.int() })).max(20),
});
export type PendingBatches = z.infer<typeof PendingBatchesSchema>;

/** Answers that hold for later intakes too: columns of a table, a taught template, which of two shapes. */
export const REMEMBERED_PREFIXES = ["columns:", "template:", "shape:"] as const;

export const RememberedAnswersSchema = z.strictObject({
  answers: z.array(z.strictObject({ key: z.string().max(200), value: z.string().max(20_000), at: z.int() })).max(200),
});
export type RememberedAnswers = z.infer<typeof RememberedAnswersSchema>;

/** Keeps answers from a file; others stay. */
export const ImportAnswersInputSchema = z.strictObject({ answers: AnswersSchema });
/** Forgets one answer, or all where no key is given. */
export const ForgetAnswersInputSchema = z.strictObject({ key: z.string().max(200).nullable() });
export const ForgetAnswersAnswerSchema = z.strictObject({ forgotten: z.int() });
