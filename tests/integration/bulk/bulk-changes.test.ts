import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BulkAct } from "@/lib/contracts/bulk";
import { saveBuckets } from "@/lib/server/repositories/buckets";
import { saveAgents } from "@/lib/server/repositories/agents";
import { findCall, setCallStanding } from "@/lib/server/repositories/calls";
import { listTimeline } from "@/lib/server/repositories/timeline";
import { readBulkItems, readBulkList } from "@/lib/server/services/bulk/bulk-view";
import { redoBulk, startBulk, undoBulk } from "@/lib/server/services/bulk/order-bulk";
import { readCall } from "@/lib/server/services/calls/read-call";
import { takeIn } from "@/tests/support/take-in";
import { openTestServer, type TestServer } from "@/tests/support/test-server";
import { call, change, edit, ended, groups, rows, stopRunner, textOf } from "./bulk-world";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(async () => {
  await stopRunner(server.context);
  server.close();
});

const all = { filter: {}, except: [] };
const texts = (callIds: readonly string[]) => Promise.all(callIds.map((id) => textOf(server.context, id)));
const NATIVE = '{"event":"call_ended","call":{"call_id":"r1","agent_id":"a","transcript":"User: hi"}}';

describe("a change of many calls", () => {
  test("changes the named value in each and no other byte", async () => {
    const odd = '{"agent":{"externalId":"bot"},"call":{"externalId":"c","n":1e400 , "z":-0},\r\n"transcript":{"turns":[{"role":"user","content":"\\u0041"}]},"version":"v1"}';
    const { callIds } = await takeIn(server.context, [call("a", { version: "v1" }), odd, call("c", { version: "v2" })]);
    const view = await change(server.context, all, { kind: "set-version", version: "v2" });
    expect(await texts(callIds)).toEqual([call("a", { version: "v2" }), odd.replace('"v1"', '"v2"'), call("c", { version: "v2" })]);
    expect(view).toMatchObject({ state: "ended", total: 3, processed: 3, counts: { done: 2, unchanged: 1, skipped: 0 }, canUndo: true, label: "Set the version to v2" });
  });

  test("is one step in the history of each draft, named as the change", async () => {
    const { callIds } = await takeIn(server.context, [call("a")]);
    await change(server.context, all, { kind: "set-agent", externalId: "sales", name: null });
    const detail = await readCall(server.context, callIds[0]!);
    expect(detail.ok && detail.value.draft.steps.map(({ kind, label }) => [kind, label])).toEqual([["edit", "Set the agent to sales"]]);
    expect((await rows(server.context))[0]).toMatchObject({ agentExternalId: "sales" });
  });

  test("leaves native bodies, texts that are no JSON and unknown shapes as they are, and says so", async () => {
    const { callIds } = await takeIn(server.context, [NATIVE, call("a"), '{"hello":"world"}', call("b")]);
    await edit(server.context, callIds[3]!, "{", "{{");
    const before = await texts(callIds);
    server.advance(1_000);
    const view = await change(server.context, all, { kind: "set-version", version: "v9" });
    expect(view.counts).toMatchObject({ done: 1, skipped: 3 });
    expect(view.reasons.map(({ reason, count }) => [reason, count]).sort()).toEqual([["native", 1], ["not-json", 1], ["unknown-shape", 1]]);
    const after = await texts(callIds);
    expect([after[0], after[2], after[3]]).toEqual([before[0], before[2], before[3]]);
    const items = await readBulkItems(server.context, view.id, { state: "skipped", offset: 0, limit: 10 });
    expect(items.ok && items.value.items.map(({ callId, reason }) => [callId, reason])).toEqual([[callIds[0], "native"], [callIds[2], "unknown-shape"], [callIds[3], "not-json"]]);
  });

  test("leaves calls alone that are on their way at that moment", async () => {
    const { callIds } = await takeIn(server.context, [call("a"), call("b")]);
    await setCallStanding(server.context.db, callIds[0]!, { fate: "sending", reason: null, at: server.context.now() });
    const view = await change(server.context, all, { kind: "set-version", version: "v9" });
    expect(view.reasons.map(({ reason }) => reason)).toEqual(["being-sent"]);
    expect((await change(server.context, all, { kind: "exclude" })).counts).toMatchObject({ done: 1, skipped: 1 });
  });

  test("is for the calls that were selected, by id or by filter but some", async () => {
    const { callIds } = await takeIn(server.context, [call("a"), call("b", { agent: { externalId: "x" } }), call("c"), call("d")]);
    await change(server.context, { ids: [callIds[0]!, callIds[0]!, randomUUID()] }, { kind: "exclude" });
    expect((await rows(server.context, { excluded: "only" })).map(({ externalId }) => externalId)).toEqual(["a"]);
    await change(server.context, { filter: { agent: "bot", excluded: "without" }, except: [callIds[3]!] }, { kind: "exclude" });
    expect((await rows(server.context, { excluded: "only" })).map(({ externalId }) => externalId)).toEqual(["a", "c"]);
  });

  test("ordered twice is made once", async () => {
    const { callIds } = await takeIn(server.context, [call("a")]);
    const order = { id: randomUUID(), selection: all, act: { kind: "set-version", version: "v1" } as const };
    await startBulk(server.context, order);
    await startBulk(server.context, { ...order, act: { kind: "set-version", version: "other" } });
    expect((await ended(server.context, order.id)).label).toBe("Set the version to v1");
    expect(await textOf(server.context, callIds[0]!)).toContain('"version":"v1"');
  });

  test.each<[BulkAct, string]>([
    [{ kind: "fix", cause: "99" }, "not_found"],
    [{ kind: "set-bucket", bucketId: "nowhere" }, "not_found"],
    [{ kind: "set-external-id", externalId: "x" }, "invalid_input"],
  ])("%j is refused where it cannot be meant", async (act, code) => {
    await takeIn(server.context, [call("a"), call("b")]);
    expect(await startBulk(server.context, { id: randomUUID(), selection: all, act })).toMatchObject({ ok: false, error: { code } });
  });

  test("of no call is refused", async () => {
    expect(await startBulk(server.context, { id: randomUUID(), selection: { ids: [randomUUID()] }, act: { kind: "exclude" } })).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  });
});

describe("each kind", () => {
  test.each<[BulkAct, object]>([
    [{ kind: "set-agent", externalId: "sales", name: "Sales" }, { agent: { externalId: "sales", name: "Sales" } }],
    [{ kind: "set-customer-number", number: "+15550100" }, { call: { externalId: "a", customer: { number: "+15550100" } } }],
    [{ kind: "set-customer-name", name: "Ann" }, { call: { externalId: "a", customer: { name: "Ann" } } }],
    [{ kind: "set-metadata", key: "ticket", value: "7" }, { metadata: { ticket: "7" } }],
    [{ kind: "set-external-id", externalId: "z" }, { call: { externalId: "z" } }],
    // printf abc | sha256sum
    [{ kind: "derive-version" }, { version: "prompt-ba7816bf8f01" }],
    [{ kind: "replace-text", find: "hello", replace: "Bye", matchCase: false, wholeWord: true }, { transcript: { turns: [{ role: "user", content: "Bye helloo" }] } }],
  ])("%j", async (act, expected) => {
    const { callIds } = await takeIn(server.context, [call("a", { systemPrompt: "abc" }, ["Hello helloo"])]);
    const before = await textOf(server.context, callIds[0]!);
    const view = await change(server.context, all, act);
    expect(JSON.parse(await textOf(server.context, callIds[0]!))).toEqual({ ...(JSON.parse(before) as object), ...expected });
    await undoBulk(server.context, view.id);
    expect((await ended(server.context, view.id)).counts).toMatchObject({ done: 0, undone: 1 });
    expect(await textOf(server.context, callIds[0]!)).toBe(before);
    await redoBulk(server.context, view.id);
    expect((await ended(server.context, view.id)).counts).toMatchObject({ done: 1, undone: 0 });
    expect(JSON.parse(await textOf(server.context, callIds[0]!))).toEqual({ ...(JSON.parse(before) as object), ...expected });
  });

  test("the fix of a cause mends every call that has it, and the cause is gone", async () => {
    const empty = ["Hi", "", "there"];
    const { callIds } = await takeIn(server.context, [call("a", {}, empty), call("b"), call("c", {}, ["", "x", ""])]);
    const [group] = await groups(server.context);
    expect([group?.calls, group?.fix?.label]).toEqual([2, "Delete the turn"]);
    const view = await change(server.context, { filter: { cause: group!.cause }, except: [] }, { kind: "fix", cause: group!.cause });
    expect(view).toMatchObject({ label: "Delete the turn", counts: { done: 2 } });
    expect(await texts(callIds)).toEqual([call("a", {}, ["Hi", "there"]), call("b"), call("c", {}, ["x"])]);
    expect(await groups(server.context)).toEqual([]);
    await undoBulk(server.context, view.id);
    await ended(server.context, view.id);
    expect(await texts(callIds)).toEqual([call("a", {}, empty), call("b"), call("c", {}, ["", "x", ""])]);
    expect((await groups(server.context)).map(({ calls }) => calls)).toEqual([2]);
  });

  test("excluding leaves a call out, restoring takes it back in, and both stand in its timeline", async () => {
    const { callIds } = await takeIn(server.context, [call("a")]);
    const view = await change(server.context, all, { kind: "exclude" });
    expect((await findCall(server.context.db, callIds[0]!))?.excluded).toBe(true);
    server.advance(1_000);
    await undoBulk(server.context, view.id);
    await ended(server.context, view.id);
    expect((await findCall(server.context.db, callIds[0]!))?.excluded).toBe(false);
    expect((await listTimeline(server.context.db, callIds[0]!)).map(({ title }) => title)).toEqual(["Taken back in", "Excluded", "Taken in"]);
    await redoBulk(server.context, view.id);
    await ended(server.context, view.id);
    await change(server.context, all, { kind: "restore" });
    expect((await findCall(server.context.db, callIds[0]!))?.excluded).toBe(false);
  });

  test("a bucket is planned for calls of its agent only", async () => {
    const { db, target, now } = server.context;
    const agent = (id: string, externalId: string) => ({ targetId: target.id, id, externalId, name: externalId, provider: null, json: "{}", seenAt: now(), listed: true });
    await saveAgents(db, [agent("agent-1", "bot"), agent("agent-2", "sales")]);
    await saveBuckets(db, [{ targetId: target.id, id: "bucket-1", agentId: "agent-1", name: "QA", json: "{}", createdAt: null, seenAt: now() }]);
    await takeIn(server.context, [call("a"), call("b", { agent: { externalId: "sales" } }), call("c", { agent: { externalId: "new" } })]);
    const view = await change(server.context, all, { kind: "set-bucket", bucketId: "bucket-1" });
    expect(view).toMatchObject({ label: "Choose the bucket QA", counts: { done: 2, skipped: 1 }, reasons: [{ reason: "other-agent" }] });
    expect((await rows(server.context)).map(({ plannedBucket }) => plannedBucket?.name ?? null)).toEqual(["QA", null, "QA"]);
    await undoBulk(server.context, view.id);
    await ended(server.context, view.id);
    expect((await rows(server.context)).map(({ plannedBucket }) => plannedBucket)).toEqual([null, null, null]);
  });

  test("deleting takes the calls and an emptied batch away, and cannot be undone", async () => {
    const one = await takeIn(server.context, [call("a"), call("b")], "one");
    const two = await takeIn(server.context, [call("c"), call("d")], "two");
    await setCallStanding(server.context.db, two.callIds[1]!, { fate: "sending", reason: null, at: server.context.now() });
    const view = await change(server.context, all, { kind: "delete" });
    expect(view).toMatchObject({ counts: { done: 3, skipped: 1 }, canUndo: false });
    expect((await rows(server.context)).map(({ externalId }) => externalId)).toEqual(["d"]);
    expect(await server.context.db.selectFrom("batches").select("id").execute()).toEqual([{ id: two.batchId }]);
    expect(one.batchId).not.toBe(two.batchId);
  });
});

describe("taking back", () => {
  test("keeps later edits in other places, and leaves a call whose place was edited since, and says so", async () => {
    const { callIds } = await takeIn(server.context, [call("a", { version: "v1" }), call("b", { version: "v1" })]);
    const view = await change(server.context, all, { kind: "set-version", version: "v2" });
    await edit(server.context, callIds[0]!, "Hello", "Good day");
    await edit(server.context, callIds[1]!, '"v2"', '"mine"');
    await undoBulk(server.context, view.id);
    const after = await ended(server.context, view.id);
    expect(after).toMatchObject({ direction: "undo", counts: { undone: 1, left: 1, done: 0 }, reasons: [{ reason: "edited-since", count: 1 }] });
    expect(await texts(callIds)).toEqual([call("a", { version: "v1" }, ["Good day"]), call("b", { version: "mine" })]);
  });

  test("goes from the newest change to the oldest, and brings back in the other order until something new is changed", async () => {
    const { callIds } = await takeIn(server.context, [call("a", { version: "v0" })]);
    const first = await change(server.context, all, { kind: "set-version", version: "v1" });
    server.advance(10);
    const second = await change(server.context, all, { kind: "set-version", version: "v2" });
    const next = async () => {
      const { undo, redo } = await readBulkList(server.context);
      return [undo, redo];
    };
    expect(await next()).toEqual([second.id, null]);
    await undoBulk(server.context, second.id);
    await ended(server.context, second.id);
    expect(await next()).toEqual([first.id, second.id]);
    await undoBulk(server.context, first.id);
    await ended(server.context, first.id);
    expect(await next()).toEqual([null, first.id]);
    expect(await textOf(server.context, callIds[0]!)).toBe(call("a", { version: "v0" }));
    await redoBulk(server.context, first.id);
    await ended(server.context, first.id);
    expect(await next()).toEqual([first.id, second.id]);
    await change(server.context, all, { kind: "exclude" });
    expect((await next())[1]).toBeNull();
  });

  test("is refused where there is nothing to take back", async () => {
    await takeIn(server.context, [call("a", { version: "v1" })]);
    const view = await change(server.context, all, { kind: "set-version", version: "v1" });
    expect(view.canUndo).toBe(false);
    expect(await undoBulk(server.context, view.id)).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await redoBulk(server.context, view.id)).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await undoBulk(server.context, randomUUID())).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});
