import { randomUUID } from "node:crypto";
import * as z from "zod";
import { findAgent } from "./agents";
import { answerError, answerInvalid, answerJson, answerNotFound } from "./answers";
import type { Answer } from "./answers";
import { BucketRowSchema, addMember, findBucket, insertBucket, removeMember } from "./buckets";
import { ConversationRowSchema, findConversation } from "./conversations";
import type { Bucket } from "./documents";
import type { OperationContext } from "./operation-context";
import { answerPage, readUuidFilter } from "./paging";
import { parseJson } from "./request-body";
import { sayRequired, validationDetails } from "./validation-details";

function canBeWritten(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    // Writing recurses where reading does not: thousands of levels parse and cannot be stored.
    return false;
  }
}

const CreateBucketSchema = z.object({
  agentId: z.guid("Must be a UUID"),
  name: z.string().min(1, "Must have at least 1 character"),
  type: z.enum(["static"]).optional(),
  filters: z.record(z.string(), z.unknown()).refine(canBeWritten, "Is nested too deeply").optional(),
});

const AddConversationSchema = z.object({ conversationId: z.guid("Must be a UUID") });

function readBody<Value>(bytes: Uint8Array, schema: z.ZodType<Value>): { readonly value: Value } | { readonly refusal: Answer } {
  const parsed = parseJson(bytes);
  if (!parsed.ok) return { refusal: answerError(400, "Invalid JSON") };
  const checked = schema.safeParse(parsed.value, { error: sayRequired });
  return checked.success ? { value: checked.data } : { refusal: answerInvalid(validationDetails(checked.error.issues)) };
}

/** GET /v1/buckets, of one agent where `agentId` is given. */
export function listBuckets({ store, query }: OperationContext): Answer {
  const agentId = readUuidFilter(query, "agentId");
  if ("refusal" in agentId) return agentId.refusal;
  const where = agentId.value === null ? [] : [{ sql: "agent_id = ?", value: agentId.value }];
  return answerPage(store, query, { row: BucketRowSchema, select: "select seq, document from buckets", where, order: "seq" });
}

/** POST /v1/buckets: an empty bucket, whatever its filters say; 201 as for anything newly made (the vendor does not say). */
export function createBucket({ store, body, now }: OperationContext): Answer {
  const read = readBody(body, CreateBucketSchema);
  if ("refusal" in read) return read.refusal;
  const agent = findAgent(store, read.value.agentId);
  if (agent === null) return answerNotFound("Agent");
  const createdAt = new Date(now).toISOString();
  const bucket: Bucket = {
    id: randomUUID(),
    agentId: agent.id,
    name: read.value.name,
    type: "static",
    filters: read.value.filters ?? null,
    createdAt,
    updatedAt: createdAt,
  };
  insertBucket(store, bucket);
  return answerJson(201, bucket);
}

/** GET /v1/buckets/{id} */
export function getBucket({ store }: OperationContext, id: string): Answer {
  const bucket = findBucket(store, id);
  return bucket === null ? answerNotFound("Bucket") : answerJson(200, bucket);
}

/** GET /v1/buckets/{id}/conversations, the latest added first. */
export function listBucketConversations({ store, query }: OperationContext, id: string): Answer {
  const bucket = findBucket(store, id);
  if (bucket === null) return answerNotFound("Bucket");
  return answerPage(store, query, {
    row: ConversationRowSchema,
    select: "select members.seq as seq, conversations.document as document from members join conversations on conversations.id = members.conversation_id",
    where: [{ sql: "members.bucket_id = ?", value: bucket.id }],
    order: "members.seq",
  });
}

/** POST /v1/buckets/{id}/conversations: repeatable; refuses the conversation of another agent. */
export function addConversationToBucket({ store, body }: OperationContext, id: string): Answer {
  const read = readBody(body, AddConversationSchema);
  if ("refusal" in read) return read.refusal;
  const bucket = findBucket(store, id);
  if (bucket === null) return answerNotFound("Bucket");
  const conversation = findConversation(store, read.value.conversationId);
  if (conversation === null) return answerNotFound("Conversation");
  if (conversation.agentId !== bucket.agentId) return answerInvalid({ conversationId: ["Belongs to another agent than the bucket"] });
  return answerJson(200, { bucketId: bucket.id, conversationId: conversation.id, ...addMember(store, bucket.id, conversation.id) });
}

/** DELETE /v1/buckets/{id}/conversations/{conversationId}: a conversation that is no member answers `removed: false`. */
export function removeConversationFromBucket({ store }: OperationContext, id: string, conversationId: string): Answer {
  const bucket = findBucket(store, id);
  if (bucket === null) return answerNotFound("Bucket");
  return answerJson(200, removeMember(store, bucket.id, conversationId.toLowerCase()));
}
