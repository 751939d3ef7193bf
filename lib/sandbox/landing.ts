import * as z from "zod";
import { resolveAgent } from "./agents";
import { landConversation } from "./conversations";
import { DeliverySchema } from "./delivery";
import type { Delivery } from "./delivery";
import { noteOutcome } from "./request-log";
import { jsonColumn } from "./store";
import type { SandboxStore } from "./store";

const DueSchema = z.object({ seq: z.number() });
const LandingSchema = z.object({ request_id: z.number(), due_at: z.number(), delivery: jsonColumn(DeliverySchema) });
const LatestSchema = z.object({ latest: z.number().nullable() });

/**
 * Queues a delivery. It is never due before an earlier one of the same reference, whatever the landing delay was then:
 * versions of one call are applied in the order of their arrival.
 */
export function queueLanding(store: SandboxStore, delivery: Delivery, options: { readonly requestId: number; readonly dueAt: number }): void {
  const key = JSON.stringify(delivery.referenceId);
  const earlier = store.first(LatestSchema, "select max(due_at) as latest from landings where reference_key = ?", key)?.latest ?? 0;
  store.run(
    "insert into landings (request_id, reference_key, due_at, delivery) values (?, ?, ?, ?)",
    options.requestId,
    key,
    Math.max(options.dueAt, earlier),
    JSON.stringify(delivery),
  );
  noteOutcome(store, options.requestId, "waiting");
}

function land(store: SandboxStore, seq: number): void {
  const landing = store.first(LandingSchema, "select request_id, due_at, delivery from landings where seq = ?", seq);
  if (landing === null) return;
  const { request_id: requestId, due_at: dueAt, delivery } = landing;
  const agent = resolveAgent(store, delivery, new Date(dueAt).toISOString());
  if (agent === null) {
    noteOutcome(store, requestId, "unknown-agent");
  } else {
    const { id, outcome } = landConversation(store, delivery, { agent, at: dueAt });
    noteOutcome(store, requestId, outcome, id);
  }
  store.run("delete from landings where seq = ?", seq);
}

/**
 * Applies every landing that is due. Called before anything is read or written, which makes timers needless: a
 * conversation is there from its due time on, and carries that time, even when nobody looked for a day.
 */
export function applyDueLandings(store: SandboxStore, now: number): void {
  const due = store.all(DueSchema, "select seq from landings where due_at <= ? order by due_at, seq", now);
  if (due.length === 0) return;
  store.transact(() => {
    for (const { seq } of due) land(store, seq);
  });
}
