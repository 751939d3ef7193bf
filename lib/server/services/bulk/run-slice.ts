import "server-only";
import { knownAgents } from "@/lib/server/services/buckets/known-agents";
import type { ServerContext } from "@/lib/server/context";
import { listAgents } from "@/lib/server/repositories/agents";
import { findBucket } from "@/lib/server/repositories/buckets";
import { findBulkChange, updateBulkChange, type BulkTally, type StoredBulkChange, type StoredItemState } from "@/lib/server/repositories/bulk-changes";
import { insertBulkItems, listNextItems, updateBulkItem, type StoredBulkItem } from "@/lib/server/repositories/bulk-items";
import { findCause } from "@/lib/server/repositories/call-problems";
import { findCall } from "@/lib/server/repositories/calls";
import { gatherChanges } from "@/lib/server/repositories/changes";
import { actOf } from "./bulk-act";
import { changeCall, skipped, type CallAtHand, type ItemOutcome, type RunFacts } from "./change-call";
import { deleteGroup, deleteRemains } from "./delete-group";
import { readGroup } from "./read-group";
import { takeBack } from "./take-back";

/** Calls that are read at once. */
const GROUP = 16;
/** Calls that are deleted at once: their words leave the index of words, which takes some milliseconds each. */
const DELETED_AT_ONCE = 8;
/** Calls that are looked up at once when a change is taken back. */
const MAX_BACK = 100;
/**
 * A slice is measured by the work it does, so that a machine that is busy with other things does not commit every single call; by the
 * clock it may take so many times as long.
 */
const LONGEST = 2;

/** How much one slice may take, in milliseconds of work. */
export interface SliceLimits {
  readonly milliseconds: number;
  readonly calls: number;
}

/** Where a run takes its calls from: their ids in order, read once. */
export type SelectionOf = (changeId: string) => Promise<readonly string[]>;

/**
 * Goes on with a bulk change for a slice: one transaction that changes some calls and notes what became of each, so that a process
 * that dies loses at most the slice at hand, and the next one goes on behind it. False once the change is no longer open.
 */
export async function runSlice(context: ServerContext, changeId: string, limits: SliceLimits, selectionOf: SelectionOf): Promise<boolean> {
  const selection = await selectionOf(changeId);
  return context.db.transaction().execute(async (trx) => {
    const change = await findBulkChange(trx, changeId);
    if (change === null || (change.state !== "waiting" && change.state !== "running")) return false;
    const inside: ServerContext = { ...context, db: trx };
    const begun: StoredBulkChange = change.startedAt === null ? { ...change, startedAt: context.now() } : change;
    const slice = new Slice(inside, begun, await factsOf(inside, begun), limits);
    const { direction } = begun;
    const ended = await gatherChanges(trx, () => (direction === "do" ? slice.go(selection) : slice.back(direction)));
    await updateBulkChange(trx, changeId, {
      ...{ state: ended ? "ended" : "running", startedAt: begun.startedAt, endedAt: ended ? context.now() : null },
      ...{ processed: slice.processed, tally: slice.tally },
    });
    return !ended;
  });
}

async function factsOf({ db, target, now }: ServerContext, change: StoredBulkChange): Promise<RunFacts> {
  const act = actOf(change);
  return {
    act,
    label: change.label,
    startedAt: change.startedAt ?? now(),
    cause: act.kind === "fix" ? await findCause(db, Number(act.cause)) : null,
    bucket: act.kind === "set-bucket" && act.bucketId !== null ? await findBucket(db, target.id, act.bucketId) : null,
    agents: act.kind === "set-bucket" ? await listAgents(db, target.id) : [],
    knownAgents: await knownAgents(db, target.id),
  };
}

class Slice {
  processed: number;
  readonly tally: BulkTally;
  private readonly cpu = process.cpuUsage();
  private readonly endAt: number;

  constructor(
    private readonly context: ServerContext,
    private readonly change: StoredBulkChange,
    private readonly facts: RunFacts,
    private readonly limits: SliceLimits,
  ) {
    this.processed = change.processed;
    this.tally = { states: { ...change.tally.states }, reasons: { ...change.tally.reasons } };
    this.endAt = performance.now() + LONGEST * limits.milliseconds;
  }

  /** Makes the change in the next calls. True when none is left. */
  async go(selection: readonly string[]): Promise<boolean> {
    if (this.facts.act.kind === "delete") return this.deleteNext(selection);
    const items: StoredBulkItem[] = [];
    let group: ReadonlyMap<string, CallAtHand> = new Map();
    for (let taken = 0; this.hasTime(taken); taken += 1) {
      const callId = selection[this.processed];
      if (callId === undefined) break;
      if (taken % GROUP === 0) group = await readGroup(this.context, selection.slice(this.processed, this.processed + Math.min(GROUP, this.limits.calls)), this.facts);
      const hand = group.get(callId);
      const outcome: ItemOutcome = hand === undefined ? skipped("gone") : await changeCall(this.context, hand, this.facts);
      this.count(outcome);
      if (hand !== undefined) items.push({ ...outcome, ordinal: this.processed, callId });
      this.processed += 1;
    }
    await insertBulkItems(this.context.db, this.change.id, items);
    return this.processed >= selection.length;
  }

  /** Takes the next calls back, the last changed first, or brings them back. True when none is left. */
  async back(direction: "undo" | "redo"): Promise<boolean> {
    const [state, order]: [StoredItemState, "asc" | "desc"] = direction === "undo" ? ["done", "desc"] : ["undone", "asc"];
    const items = await listNextItems(this.context.db, this.change.id, { state, order, limit: Math.min(this.limits.calls, MAX_BACK) });
    for (const [taken, item] of items.entries()) {
      if (!this.hasTime(taken)) return false;
      const after = await takeBack(this.context, item, this.facts, direction);
      await updateBulkItem(this.context.db, this.change.id, after);
      this.tally.states[state] -= 1;
      this.count(after);
      this.processed += 1;
    }
    return items.length === 0;
  }

  private async deleteNext(selection: readonly string[]): Promise<boolean> {
    const batchIds = new Set<string>();
    for (let taken = 0; this.hasTime(taken) && this.processed < selection.length; taken += DELETED_AT_ONCE) {
      const group = selection.slice(this.processed, this.processed + Math.min(DELETED_AT_ONCE, this.limits.calls));
      const outcome = await deleteGroup(this.context.db, group);
      this.tally.states.done += outcome.deleted;
      for (let left = 0; left < outcome.beingSent; left += 1) this.count(skipped("being-sent"));
      for (let left = 0; left < group.length - outcome.deleted - outcome.beingSent; left += 1) this.count(skipped("gone"));
      for (const batchId of outcome.batchIds) batchIds.add(batchId);
      this.processed += group.length;
    }
    await deleteRemains(this.context.db, batchIds);
    return this.processed >= selection.length;
  }

  private hasTime(taken: number): boolean {
    if (taken === 0 || taken >= this.limits.calls) return taken < this.limits.calls;
    const { user, system } = process.cpuUsage(this.cpu);
    return (user + system) / 1_000 < this.limits.milliseconds && performance.now() < this.endAt;
  }

  private count({ state, reason }: { readonly state: StoredItemState; readonly reason: string | null }): void {
    this.tally.states[state] += 1;
    if (reason !== null) this.tally.reasons[reason] = (this.tally.reasons[reason] ?? 0) + 1;
  }
}

/** Notes that the next call of a change could not be changed, so that the others do not wait for it for ever. */
export async function failNext(context: ServerContext, changeId: string, selectionOf: SelectionOf): Promise<void> {
  const selection = await selectionOf(changeId);
  await context.db.transaction().execute(async (trx) => {
    const change = await findBulkChange(trx, changeId);
    if (change === null) return;
    const { direction, processed, tally } = change;
    const reasons = { ...tally.reasons, fault: (tally.reasons["fault"] ?? 0) + 1 };
    if (direction === "do") {
      const callId = selection[processed];
      if (callId !== undefined && (await findCall(trx, callId)) !== null) await insertBulkItems(trx, changeId, [{ ...skipped("fault"), ordinal: processed, callId }]);
      await updateBulkChange(trx, changeId, { processed: processed + 1, tally: { states: { ...tally.states, failed: tally.states.failed + 1 }, reasons } });
      return;
    }
    const [state, order]: [StoredItemState, "asc" | "desc"] = direction === "undo" ? ["done", "desc"] : ["undone", "asc"];
    const [item] = await listNextItems(trx, changeId, { state, order, limit: 1 });
    if (item === undefined) return;
    await updateBulkItem(trx, changeId, { ...item, state: "left", reason: "fault" });
    const states = { ...tally.states, [state]: tally.states[state] - 1, left: tally.states.left + 1 };
    await updateBulkChange(trx, changeId, { processed: processed + 1, tally: { states, reasons } });
  });
}
