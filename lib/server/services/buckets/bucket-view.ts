import "server-only";
import type { BucketView } from "@/lib/contracts/buckets";
import type { StoredAgent } from "@/lib/server/repositories/agents";
import type { AssignmentState } from "@/lib/server/repositories/assignments";
import type { StoredBucket } from "@/lib/server/repositories/buckets";
import { dashboardLink } from "../dashboard-link";
import type { DeliveryContext } from "../delivery-context";

export type BucketCounts = readonly { readonly state: AssignmentState; readonly count: number }[];

/** A bucket as the page shows it. `chosen` counts all assignments that were not cancelled. */
export function toBucketView(context: DeliveryContext, facts: { readonly bucket: StoredBucket; readonly counts: BucketCounts; readonly agents: readonly StoredAgent[] }): BucketView {
  const { bucket, counts, agents } = facts;
  const agent = agents.find(({ id }) => id === bucket.agentId);
  const count = (...states: readonly AssignmentState[]) => counts.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0);
  return {
    id: bucket.id,
    agentId: bucket.agentId,
    agentLabel: agent?.externalId ?? agent?.name ?? null,
    name: bucket.name,
    createdAt: bucket.createdAt,
    chosen: count("waiting", "adding", "added", "already-there", "refused", "unknown"),
    added: count("added", "already-there"),
    waiting: count("waiting", "adding", "unknown"),
    refused: count("refused"),
    url: dashboardLink(context.dashboardUrl, { bucketId: bucket.id }),
  };
}

/** A bucket that Zelto did not list: only its id is known, from an assignment or from a person. */
export function unlistedBucket(context: DeliveryContext, id: string, name: string): StoredBucket {
  return { targetId: context.target.id, id, agentId: null, name, json: "{}", createdAt: null, seenAt: 0 };
}
