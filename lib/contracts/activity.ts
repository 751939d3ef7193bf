import * as z from "zod";
import { FATES } from "@/lib/core/uploads/fate";
import { PROVIDERS } from "@/lib/core/shapes/shape";
import { InstantSchema } from "./calls";

/** One HTTP exchange with Zelto, without its bodies. */
export const AttemptSummarySchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  startedAt: InstantSchema,
  endedAt: InstantSchema.nullable(),
  status: z.int().nullable(),
  /** Class of the policy table: accepted, permanent, unknown, key, … */
  outcome: z.string(),
  sentence: z.string(),
});
export type AttemptSummary = z.infer<typeof AttemptSummarySchema>;

/** One exchange whole. The Authorization header stands here masked; the key is never stored. */
export const AttemptDetailSchema = z.strictObject({
  summary: AttemptSummarySchema,
  uploadId: z.uuid(),
  request: z.strictObject({
    method: z.string(),
    url: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])).max(50),
    bodyBytes: z.int(),
    bodySha256: z.string(),
    body: z.string(),
  }),
  response: z
    .strictObject({
      status: z.int(),
      headers: z.array(z.tuple([z.string(), z.string()])).max(100),
      body: z.string(),
      truncated: z.boolean(),
      durationMs: z.number(),
    })
    .nullable(),
  requestId: z.string(),
});
export type AttemptDetail = z.infer<typeof AttemptDetailSchema>;

/** A likely cause of a call that was accepted and never seen, most likely first. */
export const MissingCauseSchema = z.strictObject({ code: z.string(), title: z.string(), detail: z.string() });
export type MissingCause = z.infer<typeof MissingCauseSchema>;

export const ReadBackSchema = z.strictObject({
  state: z.enum(["matched", "differs", "not-comparable", "unproved"]),
  sentence: z.string(),
  turnsSent: z.int(),
  turnsEqual: z.int(),
  /** At most 50 places that differ. `turn` counts from 1, as on the screen; `what` is role, text, start, end, missing in Zelto or only in Zelto. */
  differences: z.array(z.strictObject({ turn: z.int(), what: z.string(), sent: z.string(), seen: z.string() })).max(50),
});
export type ReadBack = z.infer<typeof ReadBackSchema>;

export const UploadViewSchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  versionNumber: z.int(),
  fate: z.enum(FATES),
  /** What happened, whether it was sent, what to do next. */
  sentence: z.string(),
  provider: z.enum(PROVIDERS),
  targetLabel: z.string(),
  activeTarget: z.boolean(),
  createdAt: InstantSchema,
  acceptedAt: InstantSchema.nullable(),
  landedAt: InstantSchema.nullable(),
  matchedAt: InstantSchema.nullable(),
  conversationId: z.string().nullable(),
  conversationUrl: z.string().nullable(),
  looks: z.int(),
  nextLookAt: InstantSchema.nullable(),
  missingCauses: z.array(MissingCauseSchema).max(10),
  readBack: ReadBackSchema.nullable(),
  /** Places that Zelto's 400 named, as JSON paths of the body where they resolve. */
  fieldErrors: z.array(z.strictObject({ path: z.array(z.union([z.string(), z.int()])).max(20), message: z.string() })).max(200),
  /** What a person may do now. */
  canResend: z.boolean(),
  canCancel: z.boolean(),
  canResolve: z.boolean(),
  attempts: z.array(AttemptSummarySchema).max(100),
});
export type UploadView = z.infer<typeof UploadViewSchema>;

export const AssignmentViewSchema = z.strictObject({
  id: z.uuid(),
  bucketId: z.string(),
  bucketName: z.string(),
  state: z.enum(["waiting", "adding", "added", "already-there", "refused", "unknown", "cancelled"]),
  sentence: z.string(),
  callId: z.uuid().nullable(),
  externalId: z.string().nullable(),
  conversationId: z.string().nullable(),
  fate: z.enum(FATES).nullable(),
  createdAt: InstantSchema,
  settledAt: InstantSchema.nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentViewSchema>;

export const TimelineEntrySchema = z.strictObject({
  id: z.string(),
  at: InstantSchema,
  /** Own acts have no fate; attempts and fates do. */
  kind: z.enum(["taken-in", "edited", "upload", "attempt", "fate", "bucket", "note"]),
  fate: z.enum(FATES).nullable(),
  title: z.string(),
  sentence: z.string(),
  attemptId: z.uuid().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;

/** Everything that moves while a call is on its way; polled by the editor. */
export const CallActivitySchema = z.strictObject({
  fate: z.enum(FATES),
  editedSince: z.boolean(),
  /** The draft's newest revision on disk: an open editor asks for the draft only when this is ahead of its own. */
  draftRevision: z.int().nonnegative(),
  uploads: z.array(UploadViewSchema).max(100),
  assignments: z.array(AssignmentViewSchema).max(100),
  /** Newest first. */
  timeline: z.array(TimelineEntrySchema).max(500),
});
export type CallActivity = z.infer<typeof CallActivitySchema>;
