import "server-only";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Database } from "@/lib/server/db/database";
import { listAgents, type StoredAgent } from "@/lib/server/repositories/agents";
import { listCapabilities } from "@/lib/server/repositories/capabilities";

/**
 * The agents of a target as its list named them, for the rule "agentId is not among them". Null where Zelto never listed them:
 * then nothing can be said.
 */
export async function knownAgents(db: Database, targetId: string): Promise<readonly KnownAgent[] | null> {
  const capabilities = await listCapabilities(db, targetId);
  if (capabilities.find(({ name }) => name === "listAgents")?.state !== "answers") return null;
  return (await listAgents(db, targetId)).map(({ id, externalId, name }) => ({ id, externalId, name }));
}

/** Zelto's id of the agent that a call names, where Intake knows it. `agentId` wins over the external id (vendor's schema). */
export function resolveAgentId(agents: readonly Pick<StoredAgent, "id" | "externalId">[], call: { readonly agentId: string | null; readonly agentExternalId: string | null }): string | null {
  if (call.agentId !== null) return call.agentId.toLowerCase();
  if (call.agentExternalId === null) return null;
  return agents.find(({ externalId }) => externalId === call.agentExternalId)?.id ?? null;
}
