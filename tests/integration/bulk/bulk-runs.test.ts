import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ServerContext } from "@/lib/server/context";
import { findBulkChange, findSelection, updateBulkChange } from "@/lib/server/repositories/bulk-changes";
import { cancelBulk, startBulk, undoBulk } from "@/lib/server/services/bulk/order-bulk";
import { bulkRunner } from "@/lib/server/services/bulk/bulk-runner";
import { readBulk } from "@/lib/server/services/bulk/bulk-view";
import { failNext, runSlice } from "@/lib/server/services/bulk/run-slice";
import { readPreview, startPreview } from "@/lib/server/services/bulk/replace-preview";
import { readCalls } from "@/lib/server/services/calls/list-calls";
import { CallFilterSchema } from "@/lib/contracts/calls";
import { takeIn } from "@/tests/support/take-in";
import { openTestServer, type TestServer } from "@/tests/support/test-server";
import { waitFor } from "@/tests/support/wait-for";
import { call, change, edit, ended, rows, stopRunner, textOf } from "./bulk-world";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(async () => {
  await stopRunner(server.context);
  server.close();
});

const all = { filter: {}, except: [] };
const act = { kind: "set-version", version: "v2" } as const;
const three = (): string[] => ["a", "b", "c"].map((id) => call(id, { version: "v1" }));
const versions = async () => Promise.all((await rows(server.context)).map(async ({ id }) => (JSON.parse(await textOf(server.context, id)) as { version: string }).version));
const one = { milliseconds: 0, calls: 1 };
const selectionOf = (id: string) => findSelection(server.context.db, id);

/** Orders a change with the runner stopped: as if the process had died right after the answer. */
async function orderOnly(): Promise<string> {
  await stopRunner(server.context);
  const id = randomUUID();
  const ordered = await startBulk(server.context, { id, selection: all, act });
  expect(ordered).toMatchObject({ ok: true, value: { state: "waiting", total: 3, processed: 0, canCancel: true, canUndo: false } });
  return id;
}

/** The same store under another start of the process: what was in memory is gone. */
function restarted(): ServerContext {
  const { db } = server.context;
  return { ...server.context, db: db.withPlugin({ transformQuery: ({ node }) => node, transformResult: ({ result }) => Promise.resolve(result) }) };
}

test("what was ordered goes on behind what is done, slice by slice, and each call is changed once", async () => {
  await takeIn(server.context, three());
  const id = await orderOnly();
  expect(await runSlice(server.context, id, one, selectionOf)).toBe(true);
  expect(await versions()).toEqual(["v2", "v1", "v1"]);
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { state: "running", processed: 1, counts: { done: 1 } } });
  expect(await runSlice(server.context, id, one, selectionOf)).toBe(true);
  expect(await runSlice(server.context, id, one, selectionOf)).toBe(false);
  expect(await versions()).toEqual(["v2", "v2", "v2"]);
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { state: "ended", processed: 3, counts: { done: 3 } } });
  expect(await runSlice(server.context, id, one, selectionOf)).toBe(false);
});

test("a slice that breaks off leaves nothing of itself", async () => {
  await takeIn(server.context, three());
  const id = await orderOnly();
  const broken: ServerContext = {
    ...server.context,
    newId: () => {
      throw new Error("The process ends here");
    },
  };
  await expect(runSlice(broken, id, { milliseconds: 1_000, calls: 3 }, selectionOf)).rejects.toThrow("The process ends here");
  expect(await versions()).toEqual(["v1", "v1", "v1"]);
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { state: "waiting", processed: 0 } });
});

test("a call that cannot be changed is noted, and the others do not wait for it", async () => {
  await takeIn(server.context, three());
  const id = await orderOnly();
  await runSlice(server.context, id, one, selectionOf);
  await failNext(server.context, id, selectionOf);
  await runSlice(server.context, id, one, selectionOf);
  expect(await versions()).toEqual(["v2", "v1", "v2"]);
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { state: "ended", counts: { done: 2, failed: 1 }, reasons: [{ reason: "fault", count: 1 }] } });
});

test("what an editor changes while the run is under way is left, as who ordered it has not seen that", async () => {
  const { callIds } = await takeIn(server.context, three());
  const id = await orderOnly();
  await runSlice(server.context, id, one, selectionOf);
  server.advance(1_000);
  await edit(server.context, callIds[2]!, "Hello", "Good day");
  await runSlice(server.context, id, one, selectionOf);
  await runSlice(server.context, id, one, selectionOf);
  expect(await versions()).toEqual(["v2", "v2", "v1"]);
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { counts: { done: 2, skipped: 1 }, reasons: [{ reason: "edited-meanwhile" }] } });
});

test("what is deleted before its turn is said to be gone", async () => {
  const { callIds } = await takeIn(server.context, three());
  const id = await orderOnly();
  await server.context.db.deleteFrom("calls").where("id", "=", callIds[1]!).execute();
  while (await runSlice(server.context, id, one, selectionOf));
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { counts: { done: 2, skipped: 1 }, reasons: [{ reason: "gone" }] } });
});

test("a cancelled change keeps what it did, does no more, and can be undone", async () => {
  await takeIn(server.context, three());
  const id = await orderOnly();
  await runSlice(server.context, id, one, selectionOf);
  expect(await cancelBulk(server.context, id)).toMatchObject({ ok: true, value: { state: "cancelled", canUndo: true, canCancel: false } });
  expect(await runSlice(server.context, id, one, selectionOf)).toBe(false);
  expect(await versions()).toEqual(["v2", "v1", "v1"]);
  expect(await cancelBulk(server.context, id)).toMatchObject({ ok: false, error: { code: "conflict" } });
  await undoBulk(server.context, id);
  while (await runSlice(server.context, id, one, selectionOf));
  expect(await versions()).toEqual(["v1", "v1", "v1"]);
});

test("an undo that breaks off goes on where it was", async () => {
  await takeIn(server.context, three());
  const { id } = await change(server.context, all, act);
  await stopRunner(server.context);
  await undoBulk(server.context, id);
  await runSlice(server.context, id, one, selectionOf);
  expect(await versions()).toEqual(["v2", "v2", "v1"]);
  while (await runSlice(server.context, id, one, selectionOf));
  expect(await versions()).toEqual(["v1", "v1", "v1"]);
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { direction: "undo", total: 3, processed: 3, counts: { undone: 3, done: 0 } } });
});

test("the next start of the server goes on with what an earlier one left open", async () => {
  await takeIn(server.context, three());
  const id = await orderOnly();
  await runSlice(server.context, id, one, selectionOf);
  const next = restarted();
  bulkRunner(next).wake();
  await ended(server.context, id);
  await bulkRunner(next).stop();
  expect(await versions()).toEqual(["v2", "v2", "v2"]);
});

test("changes run one after the other in the order in which they were ordered", async () => {
  await takeIn(server.context, three());
  const first = await orderOnly();
  const second = randomUUID();
  await startBulk(server.context, { id: second, selection: all, act: { kind: "set-version", version: "v3" } });
  const next = restarted();
  bulkRunner(next).wake();
  await ended(server.context, second);
  await bulkRunner(next).stop();
  expect((await findBulkChange(server.context.db, first))?.state).toBe("ended");
  expect(await versions()).toEqual(["v3", "v3", "v3"]);
});

test("drafts that were changed can be found by their new words without anybody's waiting", async () => {
  await takeIn(server.context, Array.from({ length: 45 }, (_, index) => call(`c${index}`, {}, ["Hello zebra"])));
  await change(server.context, all, { kind: "replace-text", find: "zebra", replace: "giraffe", matchCase: true, wholeWord: true });
  await waitFor("the index of words to be up to date", async () => {
    const stale = await server.context.db.selectFrom("calls").select("id").where("searchStale", "=", 1).execute();
    return stale.length === 0 ? true : null;
  });
  const found = async (search: string) => {
    const read = await readCalls(server.context, CallFilterSchema.parse({ search }));
    return read.ok ? read.value.total : null;
  };
  expect([await found("zebra"), await found("giraffe")]).toEqual([0, 45]);
});

test("a dry run counts what find and replace would change, shows the first places, and changes nothing", async () => {
  const { callIds } = await takeIn(server.context, [
    call("a", {}, ["Hi Ann, Ann!", "no"]),
    call("b", {}, ["Annette"]),
    '{"event":"call_ended","call":{"call_id":"r1","agent_id":"a","transcript":"User: Ann"}}',
    call("c", {}, ["\u00e9".repeat(60) + " ann " + "x".repeat(60)]),
  ]);
  const before = await Promise.all(callIds.map((id) => textOf(server.context, id)));
  const started = await startPreview(server.context, { selection: all, act: { kind: "replace-text", find: "Ann", replace: "Bea", matchCase: false, wholeWord: true } });
  const preview = await waitFor("the dry run to end", () => {
    const read = started.ok ? readPreview(started.value.previewId) : null;
    return Promise.resolve(read?.ok === true && read.value.done ? read.value : null);
  });
  expect(preview).toMatchObject({ scanned: 4, total: 4, calls: 2, places: 3, left: 1 });
  expect(preview.samples.map(({ externalId, turn, before: front, match, inserted, behind }) => [externalId, turn, front, match, inserted, behind])).toEqual([
    ["a", 1, "Hi ", "Ann", "Bea", ", Ann!"],
    ["a", 1, "Hi Ann, ", "Ann", "Bea", "!"],
    ["c", 1, `…${"\u00e9".repeat(39)} `, "ann", "Bea", ` ${"x".repeat(39)}…`],
  ]);
  expect(await Promise.all(callIds.map((id) => textOf(server.context, id)))).toEqual(before);
  expect(readPreview(randomUUID())).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("a run says how far it is while it is under way", async () => {
  await takeIn(server.context, three());
  const id = await orderOnly();
  await updateBulkChange(server.context.db, id, { processed: 2 });
  expect(await readBulk(server.context, id)).toMatchObject({ ok: true, value: { total: 3, processed: 2 } });
});
