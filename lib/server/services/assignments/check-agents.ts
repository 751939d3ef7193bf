import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { canAdd } from "@/lib/core/buckets/can-add";
import type { Database } from "@/lib/server/db/database";
import { listAgents, type StoredAgent } from "@/lib/server/repositories/agents";
import { findBucket } from "@/lib/server/repositories/buckets";
import { resolveAgentId } from "../buckets/known-agents";

/** The agent on the other side of a bucket: named by a call, or known from a conversation. */
export type AgentReference = { readonly conversationAgentId: string } | { readonly agentId: string | null; readonly agentExternalId: string | null };

/** `wrong_agent` where it is known that the bucket belongs to another agent; null where it fits or cannot be told. */
export async function checkAgents(db: Database, targetId: string, bucketId: string, reference: AgentReference): Promise<AppError | null> {
  const bucket = await findBucket(db, targetId, bucketId);
  if (bucket === null) return null;
  const agents = await listAgents(db, targetId);
  const conversationAgentId = "conversationAgentId" in reference ? reference.conversationAgentId : resolveAgentId(agents, reference);
  const advice = canAdd({
    bucketAgentId: bucket.agentId,
    bucketAgentLabel: labelOf(agents, bucket.agentId),
    conversationAgentId,
    conversationAgentLabel: labelOf(agents, conversationAgentId),
  });
  return advice.kind === "wrong-agent" ? appError("wrong_agent", advice.reason) : null;
}

function labelOf(agents: readonly StoredAgent[], id: string | null): string | null {
  const agent = agents.find((candidate) => candidate.id === id);
  return agent?.externalId ?? agent?.name ?? null;
}
