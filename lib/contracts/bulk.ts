import * as z from "zod";
import { BULK_REASONS } from "@/lib/core/bulk/bulk-reasons";
import { MAX_AGENT_NAME, MAX_CUSTOMER_NAME, MAX_CUSTOMER_NUMBER, MAX_VERSION } from "@/lib/core/call-ingest/limits";
import { InstantSchema } from "./calls";
import { GridFilterSchema, MAX_SELECTED_IDS } from "./grid";

/** Which calls a bulk change is for: some by id, or all under a filter but some. Frozen when the change is ordered. */
export const SelectionSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(MAX_SELECTED_IDS) }),
  z.strictObject({ filter: GridFilterSchema, except: z.array(z.uuid()).max(MAX_SELECTED_IDS) }),
]);
export type Selection = z.infer<typeof SelectionSchema>;

const ShortText = z.string().min(1).max(500);

/** What is replaced in the text of turns. Plain words, no patterns. */
export const ReplaceTextSchema = z.strictObject({
  kind: z.literal("replace-text"),
  find: ShortText,
  replace: z.string().max(500),
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
});
export type ReplaceText = z.infer<typeof ReplaceTextSchema>;

/** What is changed in every selected call; null takes the value away. */
export const BulkActSchema = z.discriminatedUnion("kind", [
  /** Takes `agentId` away, which would win; the name of the earlier agent goes too unless one is given. */
  z.strictObject({ kind: z.literal("set-agent"), externalId: ShortText, name: z.string().min(1).max(MAX_AGENT_NAME).nullable() }),
  z.strictObject({ kind: z.literal("set-version"), version: z.string().min(1).max(MAX_VERSION).nullable() }),
  z.strictObject({ kind: z.literal("set-customer-number"), number: z.string().min(1).max(MAX_CUSTOMER_NUMBER).nullable() }),
  z.strictObject({ kind: z.literal("set-customer-name"), name: z.string().min(1).max(MAX_CUSTOMER_NAME).nullable() }),
  z.strictObject({ kind: z.literal("set-metadata"), key: ShortText, value: z.string().max(2_000).nullable() }),
  /** For the grid's own cell: one call only, since an id names one call. */
  z.strictObject({ kind: z.literal("set-external-id"), externalId: ShortText }),
  /** The bucket that the calls are added to once they have landed. */
  z.strictObject({ kind: z.literal("set-bucket"), bucketId: z.string().min(1).max(200).nullable() }),
  ReplaceTextSchema,
  /** version = "prompt-" and the first 12 hexadecimal digits of the system prompt's SHA-256. */
  z.strictObject({ kind: z.literal("derive-version") }),
  /** The fix of a problem group, in every selected call that has the cause. */
  z.strictObject({ kind: z.literal("fix"), cause: z.string().regex(/^\d{1,15}$/) }),
  z.strictObject({ kind: z.literal("exclude") }),
  z.strictObject({ kind: z.literal("restore") }),
  /** Cannot be undone. */
  z.strictObject({ kind: z.literal("delete") }),
]);
export type BulkAct = z.infer<typeof BulkActSchema>;

/** The id is made by the page: ordering the same change twice answers with the same one. */
export const StartBulkInputSchema = z.strictObject({ id: z.uuid(), selection: SelectionSchema, act: BulkActSchema });
export type StartBulkInput = z.infer<typeof StartBulkInputSchema>;
export const BulkIdInputSchema = z.strictObject({ id: z.uuid() });

/** `left`: taking back left it, as it was edited since. */
export const BULK_ITEM_STATES = ["done", "unchanged", "skipped", "failed", "undone", "left"] as const;
export type BulkItemState = (typeof BULK_ITEM_STATES)[number];

/**
 * A bulk change as the screen follows it. It is one undoable step: undoing and redoing run it again in another `direction`.
 * `processed` of `total` counts the calls of the run under way.
 */
export const BulkViewSchema = z.strictObject({
  id: z.uuid(),
  act: BulkActSchema,
  /** For the toast: "Set the agent to booking-bot". */
  label: z.string(),
  direction: z.enum(["do", "undo", "redo"]),
  state: z.enum(["waiting", "running", "ended", "cancelled"]),
  total: z.int(),
  processed: z.int(),
  counts: z.record(z.enum(BULK_ITEM_STATES), z.int()),
  /** Why calls were not changed, the most frequent first. */
  reasons: z.array(z.strictObject({ reason: z.enum(BULK_REASONS), sentence: z.string(), count: z.int() })).max(BULK_REASONS.length),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  canCancel: z.boolean(),
  createdAt: InstantSchema,
  endedAt: InstantSchema.nullable(),
});
export type BulkView = z.infer<typeof BulkViewSchema>;

/** The newest bulk changes; `undo` and `redo` name what Ctrl Z and Ctrl Shift Z of the grid take back and bring back. */
export const BulkListSchema = z.strictObject({ changes: z.array(BulkViewSchema).max(20), undo: z.uuid().nullable(), redo: z.uuid().nullable() });
export type BulkList = z.infer<typeof BulkListSchema>;

export const BulkItemsQuerySchema = z.strictObject({
  state: z.enum(BULK_ITEM_STATES).exactOptional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** Calls of a bulk change with what became of each, in the order in which they were taken. */
export const BulkItemsSchema = z.strictObject({
  total: z.int(),
  items: z.array(z.strictObject({ callId: z.uuid().nullable(), externalId: z.string().nullable(), state: z.enum(BULK_ITEM_STATES), reason: z.enum(BULK_REASONS).nullable() })).max(200),
});
export type BulkItems = z.infer<typeof BulkItemsSchema>;

export const StartPreviewInputSchema = z.strictObject({ selection: SelectionSchema, act: ReplaceTextSchema });
export const StartPreviewAnswerSchema = z.strictObject({ previewId: z.uuid() });

/** A dry run of find and replace; it goes on while it is asked for and changes nothing. */
export const ReplacePreviewSchema = z.strictObject({
  done: z.boolean(),
  scanned: z.int(),
  total: z.int(),
  /** Calls that would change. */
  calls: z.int(),
  /** Places that would change. */
  places: z.int(),
  /** Selected calls that cannot be changed this way: native bodies, texts that are not JSON. */
  left: z.int(),
  samples: z
    .array(z.strictObject({ callId: z.uuid(), externalId: z.string().nullable(), turn: z.int(), before: z.string(), match: z.string(), inserted: z.string(), behind: z.string() }))
    .max(20),
});
export type ReplacePreview = z.infer<typeof ReplacePreviewSchema>;
