import * as z from "zod";
import { PROBLEM_CODES } from "@/lib/core/problems/problem-codes";
import { SOURCE_SHAPE_IDS } from "@/lib/core/shapes/shape";
import { FATE_GROUPS, FATES } from "@/lib/core/uploads/fate";
import { CallRowSchema } from "./calls";

/** One answer holds at most so many rows; a list of 100,000 jumps anywhere by asking for the window it shows. */
export const MAX_WINDOW_ROWS = 200;
/** Ids that a selection may name one by one; beyond that it is a filter with exceptions. */
export const MAX_SELECTED_IDS = 5_000;

export const PROBLEM_LEVELS = ["blocks", "loses", "odd"] as const;

/**
 * Which calls a grid shows; what is left out does not narrow. All values are texts, so that the same object is a query string
 * and a JSON body. Calls that a person excluded belong to no fate: with `group` or `fate` they are left out, as in the sum.
 */
export const GridFilterSchema = z.strictObject({
  batchId: z.uuid().exactOptional(),
  group: z.enum(FATE_GROUPS).exactOptional(),
  fate: z.enum(FATES).exactOptional(),
  /** An agent's external id, or its id where there is none. */
  agent: z.string().min(1).max(500).exactOptional(),
  shape: z.enum(SOURCE_SHAPE_IDS).exactOptional(),
  /** Only calls with a problem of that level; `any` is all that have one. */
  level: z.enum([...PROBLEM_LEVELS, "any"]).exactOptional(),
  /** `cause` of a problem group: one code at one kind of place. */
  cause: z.string().regex(/^\d{1,15}$/).exactOptional(),
  /** `in-batch`: another call of the same batch has its external id. `sent-before`: another call of this id was accepted by the target in use. */
  duplicates: z.enum(["in-batch", "sent-before"]).exactOptional(),
  excluded: z.enum(["only", "without"]).exactOptional(),
  /** Words or an id; matched against ids, names and the transcript's text. */
  search: z.string().min(1).max(500).exactOptional(),
});
export type GridFilter = z.infer<typeof GridFilterSchema>;

export const GRID_SORTS = ["position", "news", "fate", "shape", "externalId", "agent", "turns", "duration", "problems", "startedAt"] as const;
export type GridSortKey = (typeof GRID_SORTS)[number];

/** Ties stand in the batch's order; calls without a value come last in both directions. `fate` begins with what needs a person. */
export const GridSortSchema = z.strictObject({ sort: z.enum(GRID_SORTS), direction: z.enum(["asc", "desc"]) });
export type GridSort = z.infer<typeof GridSortSchema>;

/** A window's request as a query string; the sort defaults to the batch's order. */
export const GridWindowQuerySchema = GridFilterSchema.extend({
  sort: z.enum(GRID_SORTS).default("position"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_WINDOW_ROWS).default(100),
});
export type GridWindowQuery = z.infer<typeof GridWindowQuerySchema>;

/** One call as the grid shows it. */
export const GridRowSchema = CallRowSchema.extend({
  /** What the record was recognised as when it was taken in. */
  sourceShape: z.enum(SOURCE_SHAPE_IDS),
  /** Milliseconds since the epoch, as the call states it; may be before 1970. */
  startedAt: z.int().nullable(),
  excluded: z.boolean(),
  /** Bucket that the call is added to once it has landed, where none is chosen at the upload. */
  plannedBucket: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Other calls of the same batch with this external id: how many, and the place of the first of all of them. */
  sameIdInBatch: z.strictObject({ others: z.int(), firstPosition: z.int() }).nullable(),
  /** Another call of this external id was accepted by the target in use: sending this one updates that conversation. */
  sentBefore: z.boolean(),
  /** Leaves of the source by what became of them; all 0 where the bytes were kept as they were. */
  receipt: z.strictObject({ carried: z.int(), changed: z.int(), dropped: z.int() }),
});
export type GridRow = z.infer<typeof GridRowSchema>;

/** `change` is the change sequence that the answer was made at: a newer one in the status means that it is stale. */
export const GridWindowSchema = z.strictObject({
  change: z.int(),
  offset: z.int(),
  total: z.int(),
  rows: z.array(GridRowSchema).max(MAX_WINDOW_ROWS),
});
export type GridWindow = z.infer<typeof GridWindowSchema>;

const CountSchema = z.int().nonnegative();

/** Counts beside the filters. Each counts under all the others, so that what is not chosen can be compared with what is. */
export const GridFacetsSchema = z.strictObject({
  change: z.int(),
  /** Calls under the whole filter. */
  total: CountSchema,
  /** Without excluded calls, as in the sum of the batch. */
  groups: z.record(z.enum(FATE_GROUPS), CountSchema),
  fates: z.array(z.strictObject({ fate: z.enum(FATES), count: CountSchema })).max(FATES.length),
  shapes: z.array(z.strictObject({ shape: z.enum(SOURCE_SHAPE_IDS), count: CountSchema })).max(SOURCE_SHAPE_IDS.length),
  /** The most frequent first. */
  agents: z.array(z.strictObject({ agent: z.string(), count: CountSchema })).max(200),
  /** The newest first. */
  batches: z.array(z.strictObject({ id: z.uuid(), name: z.string(), count: CountSchema })).max(50),
  /** Calls that have at least one problem of the level. */
  levels: z.strictObject({ blocks: CountSchema, loses: CountSchema, odd: CountSchema, any: CountSchema }),
  duplicates: z.strictObject({ inBatch: CountSchema, sentBefore: CountSchema }),
  excluded: CountSchema,
  /** Sums over the calls under the whole filter: leaves of their sources. */
  receipt: z.strictObject({ carried: CountSchema, changed: CountSchema, dropped: CountSchema }),
});
export type GridFacets = z.infer<typeof GridFacetsSchema>;

/** One cause with all calls that have it. The place is a pattern: every turn is `transcript.turns[]`. */
export const ProblemGroupSchema = z.strictObject({
  /** For the filter and for "fix all like this". */
  cause: z.string(),
  code: z.enum(PROBLEM_CODES),
  level: z.enum(PROBLEM_LEVELS),
  pattern: z.string(),
  title: z.string(),
  why: z.string(),
  losesAll: z.boolean(),
  /** Calls under the filter that have it. */
  calls: z.int().positive(),
  /** The first fix that each of them offers, if they all offer the same; what it writes may differ from call to call. */
  fix: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
  exampleCallId: z.uuid(),
});
export type ProblemGroup = z.infer<typeof ProblemGroupSchema>;

/** What blocks first, then what loses, then what is odd; inside that the cause with the most calls first. */
export const ProblemGroupsSchema = z.strictObject({
  change: z.int(),
  groups: z.array(ProblemGroupSchema).max(100),
  /** Causes beyond the shown ones. */
  more: z.int().nonnegative(),
  /** Calls under the filter that have a problem at all. */
  calls: z.int().nonnegative(),
});
export type ProblemGroups = z.infer<typeof ProblemGroupsSchema>;
