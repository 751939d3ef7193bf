import * as z from "zod";
import { BucketSchema } from "./documents";
import type { Bucket } from "./documents";
import { jsonColumn } from "./store";
import type { SandboxStore } from "./store";

export const BucketRowSchema = z.object({ seq: z.number(), document: jsonColumn(BucketSchema) });

export function findBucket(store: SandboxStore, id: string): Bucket | null {
  return store.first(BucketRowSchema, "select seq, document from buckets where id = ?", id.toLowerCase())?.document ?? null;
}

export function insertBucket(store: SandboxStore, bucket: Bucket): void {
  store.run("insert into buckets (id, agent_id, document) values (?, ?, ?)", bucket.id, bucket.agentId, JSON.stringify(bucket));
}

/** Adds a member; answers whether it was one before. */
export function addMember(store: SandboxStore, bucketId: string, conversationId: string): { readonly alreadyExisted: boolean } {
  const { changes } = store.run("insert into members (bucket_id, conversation_id) values (?, ?) on conflict do nothing", bucketId, conversationId);
  return { alreadyExisted: changes === 0 };
}

/** Removes a member; answers whether there was one. */
export function removeMember(store: SandboxStore, bucketId: string, conversationId: string): { readonly removed: boolean } {
  const { changes } = store.run("delete from members where bucket_id = ? and conversation_id = ?", bucketId, conversationId);
  return { removed: changes > 0 };
}
