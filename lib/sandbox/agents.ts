import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Delivery } from "./delivery";
import { AgentSchema } from "./documents";
import type { Agent } from "./documents";
import { jsonColumn } from "./store";
import type { SandboxStore } from "./store";

export const AgentRowSchema = z.object({ seq: z.number(), document: jsonColumn(AgentSchema) });

export function findAgent(store: SandboxStore, id: string): Agent | null {
  return store.first(AgentRowSchema, "select seq, document from agents where id = ?", id.toLowerCase())?.document ?? null;
}

export function insertAgent(store: SandboxStore, agent: Agent): void {
  const externalKey = agent.externalId === null ? null : JSON.stringify(agent.externalId);
  store.run("insert into agents (id, external_key, document) values (?, ?, ?)", agent.id, externalKey, JSON.stringify(agent));
}

/**
 * The agent that a delivery belongs to: the one it names by id, or the one with its external id, created when new.
 * Null for an id that nobody has. The name of the delivery counts only at creation.
 */
export function resolveAgent(store: SandboxStore, delivery: Delivery, at: string): Agent | null {
  if (delivery.agent.by === "id") return findAgent(store, delivery.agent.id);
  const { externalId, name } = delivery.agent;
  const known = store.first(AgentRowSchema, "select seq, document from agents where external_key = ?", JSON.stringify(externalId));
  if (known !== null) return known.document;
  const created: Agent = {
    id: randomUUID(),
    name: name ?? externalId,
    description: null,
    externalId,
    provider: delivery.source === "upload" ? "" : delivery.source,
    createdAt: at,
    updatedAt: at,
  };
  insertAgent(store, created);
  return created;
}
