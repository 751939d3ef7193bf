import * as z from "zod";
import { FATES, FATE_GROUPS } from "@/lib/core/uploads/fate";
import { PROVIDERS, SHAPE_IDS, SOURCE_SHAPE_IDS } from "@/lib/core/shapes/shape";

/** All instants in contracts are milliseconds since the Unix epoch, UTC. */
export const InstantSchema = z.int().nonnegative();

export const RibbonSegmentSchema = z.strictObject({ role: z.enum(["assistant", "user", "system", "tool"]), weight: z.number().nonnegative() });

export const ProblemCountsSchema = z.strictObject({ blocks: z.int(), loses: z.int(), odd: z.int() });
export type ProblemCounts = z.infer<typeof ProblemCountsSchema>;

/** One call as lists show it. */
export const CallRowSchema = z.strictObject({
  id: z.uuid(),
  batchId: z.uuid(),
  batchName: z.string(),
  position: z.int(),
  externalId: z.string().nullable(),
  agentExternalId: z.string().nullable(),
  agentId: z.string().nullable(),
  shape: z.enum(SHAPE_IDS),
  provider: z.enum(PROVIDERS),
  turnCount: z.int(),
  durationSeconds: z.number().nullable(),
  opening: z.string().nullable(),
  ribbon: z.array(RibbonSegmentSchema).max(400),
  problems: ProblemCountsSchema,
  /** Zelto would accept it and create nothing. */
  losesAll: z.boolean(),
  fate: z.enum(FATES),
  /** Why the call stands where it stands, one sentence, or null. */
  reason: z.string().nullable(),
  /** The draft is newer than what was last sent. */
  editedSince: z.boolean(),
  uploadId: z.uuid().nullable(),
  conversationId: z.string().nullable(),
  createdAt: InstantSchema,
  lastNewsAt: InstantSchema,
});
export type CallRow = z.infer<typeof CallRowSchema>;

export const CallFilterSchema = z.strictObject({
  group: z.enum(FATE_GROUPS).optional(),
  fate: z.enum(FATES).optional(),
  agent: z.string().max(500).optional(),
  batchId: z.uuid().optional(),
  /** Words or an id; matched against ids, names and the transcript's text. */
  search: z.string().max(500).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CallFilter = z.infer<typeof CallFilterSchema>;

export const CallListSchema = z.strictObject({
  rows: z.array(CallRowSchema).max(200),
  nextCursor: z.string().nullable(),
  total: z.int(),
  /** Counts under the other filters, for the facets. */
  groups: z.record(z.enum(FATE_GROUPS), z.int()),
  agents: z.array(z.strictObject({ agent: z.string(), count: z.int() })).max(200),
  batches: z.array(z.strictObject({ id: z.uuid(), name: z.string(), count: z.int() })).max(50),
});
export type CallList = z.infer<typeof CallListSchema>;

/** Where the call came from. */
export const CallSourceSchema = z.strictObject({
  kind: z.enum(["paste", "file", "sample", "blank"]),
  name: z.string(),
  /** Place inside the source: "[3]", "line 4" or "". */
  path: z.string(),
  line: z.int().nullable(),
  notes: z.array(z.string()).max(20),
  takenInAt: InstantSchema,
});

export const TextEditSchema = z.strictObject({ offset: z.int().nonnegative(), removed: z.string().max(9_000_000), inserted: z.string().max(9_000_000) });

export const DraftStepSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["edit", "undo", "redo"]),
  of: z.uuid().exactOptional(),
  label: z.string().max(200),
  edits: z.array(TextEditSchema).max(50_000),
  provider: z.strictObject({ from: z.enum(PROVIDERS), to: z.enum(PROVIDERS) }).exactOptional(),
});

/** The draft as the editor opens it. `steps` are the newest 1,000 of its history, oldest first. */
export const DraftStateSchema = z.strictObject({
  text: z.string(),
  provider: z.enum(PROVIDERS),
  revision: z.int().nonnegative(),
  steps: z.array(DraftStepSchema).max(1_000),
  savedAt: InstantSchema,
});
export type DraftState = z.infer<typeof DraftStateSchema>;

export const SaveDraftInputSchema = z.strictObject({
  /** Revision that the first step was made on; each step adds one. */
  baseRevision: z.int().nonnegative(),
  steps: z.array(DraftStepSchema).min(1).max(500),
});
export type SaveDraftInput = z.infer<typeof SaveDraftInputSchema>;

/** `saved`: all steps are on disk. `behind`: nothing was saved, others came first; rebase over `steps` and try again. */
export const SaveDraftAnswerSchema = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("saved"), revision: z.int(), savedAt: InstantSchema }),
  z.strictObject({ outcome: z.literal("behind"), revision: z.int(), steps: z.array(DraftStepSchema).max(1_000) }),
]);
export type SaveDraftAnswer = z.infer<typeof SaveDraftAnswerSchema>;

export const RemarkSchema = z.strictObject({
  kind: z.enum(["guessed", "unfinished", "no-talk", "no-call", "doubtful"]),
  path: z.array(z.union([z.string(), z.int()])).max(200),
  value: z.string().exactOptional(),
  sentence: z.string(),
});

export const CallDetailSchema = z.strictObject({
  row: CallRowSchema,
  draft: DraftStateSchema,
  source: CallSourceSchema,
  /** The record exactly as taken in (decoded); for the receipt and for going back. */
  sourceText: z.string(),
  /** What the record was recognised as when it was taken in. */
  sourceShape: z.enum(SOURCE_SHAPE_IDS),
  /** What its conversion left to say; problems of the draft are judged with them. */
  remarks: z.array(RemarkSchema).max(200),
  /** What was answered for its intake: with these the same record gives the same receipt. */
  answers: z.record(z.string(), z.string()),
  neighbours: z.strictObject({ previousId: z.uuid().nullable(), nextId: z.uuid().nullable(), place: z.int(), total: z.int() }),
  /** An earlier upload of this external id from here to the target in use, if any. */
  alreadyUploaded: z.strictObject({ at: InstantSchema, callId: z.uuid(), conversationId: z.string().nullable() }).nullable(),
});
export type CallDetail = z.infer<typeof CallDetailSchema>;
