import "server-only";
import type { AppError } from "@/lib/core/app-error";
import { instantOf } from "@/lib/core/landing/conversation";
import type { CapabilityName } from "@/lib/contracts/buckets";
import { saveAgents } from "@/lib/server/repositories/agents";
import { saveBuckets } from "@/lib/server/repositories/buckets";
import type { Page, PageRequest, ZeltoBucket } from "@/lib/server/zelto/client";
import type { ReadResult } from "@/lib/server/zelto/read-answer";
import { isMissing, recordRead } from "../connection/capabilities";
import type { DeliveryContext } from "../delivery-context";

const PAGE_SIZE = 200;
/** Ours: 2,000 agents or buckets, more than a page shows. */
const MAX_PAGES = 10;

/** Reads the agents and the buckets of the target anew and keeps them. Answers the first failure, or null. */
export async function refreshCatalogue(context: DeliveryContext): Promise<AppError | null> {
  return (await refreshAgents(context)) ?? (await refreshBuckets(context));
}

/** Reads the agents anew. A Zelto that does not list them is no failure: that is remembered. */
async function refreshAgents(context: DeliveryContext): Promise<AppError | null> {
  const read = await readAll(context, "listAgents", (page) => context.zelto.listAgents(page));
  if (read.failure) return read.failure;
  const seen = { targetId: context.target.id, seenAt: context.now(), listed: true };
  await context.db.transaction().execute((trx) => saveAgents(trx, read.items.map((agent) => ({ ...agent, ...seen, json: JSON.stringify(agent) }))));
  return null;
}

async function refreshBuckets(context: DeliveryContext): Promise<AppError | null> {
  const read = await readAll(context, "listBuckets", (page) => context.zelto.listBuckets(page));
  if (read.failure) return read.failure;
  await keepBuckets(context, read.items);
  return null;
}

/** Keeps buckets as Zelto gave them. */
export async function keepBuckets(context: DeliveryContext, buckets: readonly ZeltoBucket[]): Promise<void> {
  const seen = { targetId: context.target.id, seenAt: context.now() };
  const rows = buckets.map((bucket) => ({ ...bucket, ...seen, createdAt: instantOf(bucket.createdAt), json: JSON.stringify(bucket) }));
  await context.db.transaction().execute((trx) => saveBuckets(trx, rows));
}

async function readAll<Item>(
  context: DeliveryContext,
  name: CapabilityName,
  readPage: (page: PageRequest) => Promise<ReadResult<Page<Item>>>,
): Promise<{ readonly items: readonly Item[]; readonly failure: AppError | null }> {
  const items: Item[] = [];
  if (await isMissing(context, name)) return { items, failure: null };
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const result: ReadResult<Page<Item>> = await recordRead(context, name, await readPage({ limit: PAGE_SIZE, cursor }));
    if (result.kind === "missing") return { items: [], failure: null };
    if (result.kind === "failed") return { items, failure: result.error };
    items.push(...result.value.items);
    cursor = result.value.nextCursor;
    if (cursor === null) break;
  }
  return { items, failure: null };
}
