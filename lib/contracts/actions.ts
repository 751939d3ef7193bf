import * as z from "zod";

/** Inputs and answers of the server actions. Actions name ids and versions, never bodies. */
export const UploadCallInputSchema = z.strictObject({
  callId: z.uuid(),
  /** The draft revision on the screen; another one on disk answers `conflict`, so that nobody sends what they have not seen. */
  revision: z.int().nonnegative(),
  /** Said explicitly by a person for a call of which Zelto would keep nothing. */
  sendAnyway: z.boolean(),
  /** Bucket to add the conversation to once it has landed. */
  bucketId: z.string().max(200).nullable(),
});
export type UploadCallInput = z.infer<typeof UploadCallInputSchema>;
export const UploadCallAnswerSchema = z.strictObject({ uploadId: z.uuid() });

export const UploadBatchInputSchema = z.strictObject({ batchId: z.uuid(), bucketId: z.string().max(200).nullable() });
export type UploadBatchInput = z.infer<typeof UploadBatchInputSchema>;
/** `left` are calls that were not queued, by reason. */
export const UploadBatchAnswerSchema = z.strictObject({ queued: z.int(), left: z.array(z.strictObject({ reason: z.string(), count: z.int() })).max(20) });

export const UploadIdInputSchema = z.strictObject({ uploadId: z.uuid() });
export const ResolveConversationInputSchema = z.strictObject({
  uploadId: z.uuid(),
  /** A conversation's UUID or a dashboard link that holds one. */
  reference: z.string().min(1).max(2_000),
});
export const CallIdInputSchema = z.strictObject({ callId: z.uuid() });
export const BatchIdInputSchema = z.strictObject({ batchId: z.uuid() });
export const PauseIdInputSchema = z.strictObject({ pauseId: z.string().max(100) });
/** What becomes of work that waits for another target. */
export const HeldWorkInputSchema = z.strictObject({ decision: z.enum(["send-here", "cancel"]), uploadId: z.uuid().nullable() });
export const CreateBucketInputSchema = z.strictObject({ agentId: z.uuid("An agent's id is a UUID"), name: z.string().trim().min(1, "A bucket needs a name").max(255) });
export const CreateBucketAnswerSchema = z.strictObject({ bucketId: z.string() });
export const AssignCallInputSchema = z.strictObject({ callId: z.uuid(), bucketId: z.string().min(1).max(200) });
export const AssignConversationInputSchema = z.strictObject({ reference: z.string().min(1).max(2_000), bucketId: z.string().min(1).max(200) });
export const AssignAnswerSchema = z.strictObject({ assignmentId: z.uuid() });
export const AssignmentIdInputSchema = z.strictObject({ assignmentId: z.uuid() });
/** The word that a person types to delete everything. */
export const DeleteEverythingInputSchema = z.strictObject({ confirmation: z.literal("delete everything") });
export const DeletedAnswerSchema = z.strictObject({ calls: z.int(), batches: z.int() });
export const SignInInputSchema = z.strictObject({ token: z.string().min(1, "Enter the access token").max(500) });
export const NothingInputSchema = z.strictObject({});
export const DoneAnswerSchema = z.strictObject({ done: z.literal(true) });
export const CountAnswerSchema = z.strictObject({ count: z.int() });
