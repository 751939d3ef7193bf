import * as z from "zod";
import { AssignmentViewSchema } from "./activity";
import { InstantSchema } from "./calls";

/** Reads of Zelto that are not in the vendor's binding documents; each is used when it answers and done without when not. */
export const CAPABILITIES = ["listAgents", "listBuckets", "createBucket", "getBucket", "listBucketConversations", "listConversations", "getConversation", "getTranscript"] as const;
export type CapabilityName = (typeof CAPABILITIES)[number];

export const CapabilitySchema = z.strictObject({
  name: z.enum(CAPABILITIES),
  state: z.enum(["untried", "answers", "missing"]),
  status: z.int().nullable(),
  checkedAt: InstantSchema.nullable(),
  /** Plain sentence for the screen when missing: what is not there and what still works. */
  sentence: z.string().nullable(),
});
export type Capability = z.infer<typeof CapabilitySchema>;

export const AgentViewSchema = z.strictObject({
  id: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  provider: z.string().nullable(),
  /** Buckets known, and assignments that wait. */
  bucketCount: z.int(),
  waitingCount: z.int(),
});
export type AgentView = z.infer<typeof AgentViewSchema>;

export const BucketViewSchema = z.strictObject({
  id: z.string(),
  agentId: z.string().nullable(),
  agentLabel: z.string().nullable(),
  name: z.string(),
  createdAt: InstantSchema.nullable(),
  chosen: z.int(),
  added: z.int(),
  waiting: z.int(),
  refused: z.int(),
  url: z.string().nullable(),
});
export type BucketView = z.infer<typeof BucketViewSchema>;

/** Agents and buckets as last read from Zelto, with what could not be read. `fresh` is false when the last read failed. */
export const BucketBoardSchema = z.strictObject({
  agents: z.array(AgentViewSchema).max(2_000),
  buckets: z.array(BucketViewSchema).max(5_000),
  capabilities: z.array(CapabilitySchema).max(20),
  readAt: InstantSchema.nullable(),
  fresh: z.boolean(),
  /** Why the last read failed, or null. */
  failure: z.string().nullable(),
});
export type BucketBoard = z.infer<typeof BucketBoardSchema>;

export const BucketMemberSchema = z.strictObject({
  conversationId: z.string(),
  referenceId: z.string().nullable(),
  name: z.string(),
  createdAt: z.string(),
  callId: z.uuid().nullable(),
});
export type BucketMember = z.infer<typeof BucketMemberSchema>;

export const BucketMembersSchema = z.strictObject({
  members: z.array(BucketMemberSchema).max(200),
  nextCursor: z.string().nullable(),
  /** Null when members can be read; else the sentence to show instead. */
  unavailable: z.string().nullable(),
});
export type BucketMembers = z.infer<typeof BucketMembersSchema>;

export const BucketDetailSchema = z.strictObject({ bucket: BucketViewSchema, assignments: z.array(AssignmentViewSchema).max(1_000) });
export type BucketDetail = z.infer<typeof BucketDetailSchema>;

export const ConnectionReportSchema = z.strictObject({
  target: z.strictObject({ kind: z.enum(["sandbox", "live"]), baseUrl: z.string(), keyLast4: z.string().nullable(), hasKey: z.boolean() }),
  checkedAt: InstantSchema,
  /** One line a check, in the order made. */
  checks: z
    .array(z.strictObject({ name: z.string(), ok: z.boolean(), status: z.int().nullable(), durationMs: z.number().nullable(), sentence: z.string() }))
    .max(20),
});
export type ConnectionReport = z.infer<typeof ConnectionReportSchema>;
