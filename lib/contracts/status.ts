import * as z from "zod";

/** A reason for which sending stands still, told as a sentence. */
export const QueuePauseSchema = z.strictObject({
  id: z.string(),
  /** `queue` stops everything of this target, `provider:vapi` only that header. */
  scope: z.string(),
  code: z.string(),
  sentence: z.string(),
  since: z.int(),
  waiting: z.int(),
});
export type QueuePause = z.infer<typeof QueuePauseSchema>;

export const TargetInfoSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(["sandbox", "live"]),
  /** Host and port, without a path: "api.zelto.ai". */
  host: z.string(),
  /** Address that API paths are appended to, without a slash at the end. */
  baseUrl: z.string(),
  keyLast4: z.string().nullable(),
  hasKey: z.boolean(),
});
export type TargetInfo = z.infer<typeof TargetInfoSchema>;

/** What the frame around every page shows. `change` is the newest number of the change sequence: pages refetch when it moves. */
export const ShellStatusSchema = z.strictObject({
  target: TargetInfoSchema,
  needsYou: z.int(),
  moving: z.int(),
  checking: z.int(),
  pauses: z.array(QueuePauseSchema).max(20),
  /** Uploads that wait for a target other than the one in use. */
  heldForOtherTarget: z.int(),
  change: z.int(),
  serverTime: z.int(),
});
export type ShellStatus = z.infer<typeof ShellStatusSchema>;
