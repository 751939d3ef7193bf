import { randomUUID } from "node:crypto";
import { BulkViewSchema, type BulkAct, type BulkView, type Selection } from "@/lib/contracts/bulk";
import { GridFilterSchema, GridWindowQuerySchema, type GridRow } from "@/lib/contracts/grid";
import type { ServerContext } from "@/lib/server/context";
import { findDraft } from "@/lib/server/repositories/drafts";
import { bulkRunner } from "@/lib/server/services/bulk/bulk-runner";
import { readBulk } from "@/lib/server/services/bulk/bulk-view";
import { startBulk } from "@/lib/server/services/bulk/order-bulk";
import { readProblemGroups } from "@/lib/server/services/grid/read-problem-groups";
import { readWindow } from "@/lib/server/services/grid/read-window";
import { saveDraft } from "@/lib/server/services/drafts/save-draft";
import { waitFor } from "@/tests/support/wait-for";

/** A canonical call with what the tests of bulk changes look at. */
export function call(id: string, rest: object = {}, contents: readonly string[] = ["Hello"]): string {
  return JSON.stringify({ agent: { externalId: "bot" }, call: { externalId: id }, transcript: { turns: contents.map((content) => ({ role: "user", content })) }, ...rest });
}

/** Orders a change and waits until it has ended. */
export async function change(context: ServerContext, selection: Selection, act: BulkAct): Promise<BulkView> {
  const id = randomUUID();
  const ordered = await startBulk(context, { id, selection, act });
  if (!ordered.ok) throw new Error(`${ordered.error.code}: ${ordered.error.message}`);
  return ended(context, id);
}

/** A bulk change once it runs no more. */
export async function ended(context: ServerContext, id: string): Promise<BulkView> {
  return waitFor("the bulk change to end", async () => {
    const read = await readBulk(context, id);
    return read.ok && !read.value.canCancel ? BulkViewSchema.parse(read.value) : null;
  });
}

export async function textOf(context: ServerContext, callId: string): Promise<string> {
  return new TextDecoder().decode((await findDraft(context.db, callId))!.bytes);
}

/** An edit by hand. */
export async function edit(context: ServerContext, callId: string, removed: string, inserted: string): Promise<void> {
  const draft = (await findDraft(context.db, callId))!;
  const offset = new TextDecoder().decode(draft.bytes).indexOf(removed);
  const saved = await saveDraft(context, callId, { baseRevision: draft.revision, steps: [{ id: randomUUID(), kind: "edit", label: "Type", edits: [{ offset, removed, inserted }] }] });
  if (!saved.ok || saved.value.outcome !== "saved") throw new Error("The test's own edit was not saved");
}

export async function rows(context: ServerContext, filter: object = {}): Promise<readonly GridRow[]> {
  return (await readWindow(context, GridWindowQuerySchema.parse(filter))).rows;
}

export async function groups(context: ServerContext, filter: object = {}) {
  return (await readProblemGroups(context, GridFilterSchema.parse(filter))).groups;
}

/** Ends the runner, so that the store can be closed. */
export async function stopRunner(context: ServerContext): Promise<void> {
  await bulkRunner(context).stop();
}
