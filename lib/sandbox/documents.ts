import * as z from "zod";

/*
 * The objects that the API answers with. They hold the fields the vendor's pages show and no others:
 * a client that leans on an extra field here would break against the real API.
 */

export const AgentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  externalId: z.string().nullable(),
  /** The stack an agent comes from; empty for direct uploads. */
  provider: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Agent = z.infer<typeof AgentSchema>;

export const ConversationSchema = z.strictObject({
  id: z.string(),
  agentId: z.string(),
  name: z.string(),
  source: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  receiverId: z.string().nullable(),
  referenceId: z.string().nullable(),
  endedReason: z.string().nullable(),
  /** Dollars as text, although an upload sends a number. */
  cost: z.string().nullable(),
});
export type Conversation = z.infer<typeof ConversationSchema>;

export const TurnSchema = z.strictObject({
  role: z.enum(["user", "assistant", "system", "tool"]),
  content: z.string(),
  startSeconds: z.number().optional(),
  endSeconds: z.number().optional(),
});
export type Turn = z.infer<typeof TurnSchema>;

export const TranscriptSchema = z.strictObject({
  conversationId: z.string(),
  createdAt: z.string(),
  recordingUrl: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  /** Null for a recording without a transcript: the sandbox does not listen to audio. */
  content: z.array(TurnSchema).nullable(),
  systemPrompt: z.string().nullable(),
});
export type Transcript = z.infer<typeof TranscriptSchema>;

export const BucketSchema = z.strictObject({
  id: z.string(),
  agentId: z.string(),
  name: z.string(),
  type: z.string(),
  filters: z.record(z.string(), z.unknown()).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Bucket = z.infer<typeof BucketSchema>;
