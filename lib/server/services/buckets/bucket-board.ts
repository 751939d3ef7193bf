import "server-only";
import type { AgentView, BucketBoard, BucketView } from "@/lib/contracts/buckets";
import type { AppError } from "@/lib/core/app-error";
import { listAgents, type StoredAgent } from "@/lib/server/repositories/agents";
import { countByBucket } from "@/lib/server/repositories/assignment-queue";
import { listBuckets, type StoredBucket } from "@/lib/server/repositories/buckets";
import { capabilityViews } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";
import { toBucketView, unlistedBucket, type BucketCounts } from "./bucket-view";
import { refreshCatalogue } from "./refresh-catalogue";

/**
 * Agents and buckets of the target. With `refresh`, or where they were never read, Zelto is asked first; when that fails, what was
 * read before is shown with the reason. Buckets that only assignments know are part of it.
 */
export async function readBoard(context: DeliveryContext, options: { readonly refresh: boolean }): Promise<BucketBoard> {
  const neverRead = (await capabilityViews(context)).every(({ name, state }) => (name !== "listAgents" && name !== "listBuckets") || state === "untried");
  const asked = options.refresh || neverRead;
  const failure: AppError | null = asked ? await refreshCatalogue(context) : null;
  const agents = await listAgents(context.db, context.target.id);
  const buckets = await listBuckets(context.db, context.target.id);
  const counts = await countAssignments(context, buckets);
  const views = [...counts.values()].map(({ bucket, counted }) => toBucketView(context, { bucket, counts: counted, agents }));
  const seen = [...agents, ...buckets].map(({ seenAt }) => seenAt);
  return {
    agents: agents.slice(0, 2_000).map((agent) => toAgentView(agent, views)),
    buckets: views.slice(0, 5_000),
    capabilities: await capabilityViews(context),
    readAt: seen.length === 0 ? null : Math.max(...seen),
    fresh: failure === null,
    failure: failure?.message ?? null,
  };
}

interface Counted {
  readonly bucket: StoredBucket;
  readonly counted: BucketCounts;
}

async function countAssignments(context: DeliveryContext, buckets: readonly StoredBucket[]): Promise<ReadonlyMap<string, Counted>> {
  const byBucket = new Map<string, Counted>(buckets.map((bucket) => [bucket.id, { bucket, counted: [] }]));
  for (const row of await countByBucket(context.db, context.target.id)) {
    const known = byBucket.get(row.bucketId) ?? { bucket: unlistedBucket(context, row.bucketId, row.bucketName), counted: [] };
    byBucket.set(row.bucketId, { ...known, counted: [...known.counted, { state: row.state, count: row.count }] });
  }
  return byBucket;
}

function toAgentView(agent: StoredAgent, buckets: readonly BucketView[]): AgentView {
  const own = buckets.filter(({ agentId }) => agentId === agent.id);
  return {
    id: agent.id,
    externalId: agent.externalId,
    name: agent.name,
    provider: agent.provider,
    bucketCount: own.length,
    waitingCount: own.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}
