import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GridFacetsSchema, GridFilterSchema, GridWindowQuerySchema, GridWindowSchema, ProblemGroupsSchema, type GridFilter, type GridRow } from "@/lib/contracts/grid";
import { setCallStanding } from "@/lib/server/repositories/calls";
import { setExcluded } from "@/lib/server/repositories/bulk-items";
import { bumpChange } from "@/lib/server/repositories/changes";
import { deleteCall } from "@/lib/server/services/deletion/delete-data";
import { saveDraft } from "@/lib/server/services/drafts/save-draft";
import { readFacets } from "@/lib/server/services/grid/read-facets";
import { readProblemGroups } from "@/lib/server/services/grid/read-problem-groups";
import { readWindow } from "@/lib/server/services/grid/read-window";
import { readChange } from "@/lib/server/repositories/changes";
import { acceptUpload } from "@/tests/support/accept-upload";
import { callText, takeIn } from "@/tests/support/take-in";
import { openTestServer, type TestServer } from "@/tests/support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

async function rows(query: Readonly<Record<string, string | number>> = {}): Promise<readonly GridRow[]> {
  return GridWindowSchema.parse(await readWindow(server.context, GridWindowQuerySchema.parse(query))).rows;
}
const ids = async (query: Readonly<Record<string, string | number>> = {}): Promise<readonly (string | null)[]> => (await rows(query)).map(({ externalId }) => externalId);
const facets = async (filter: GridFilter = {}) => GridFacetsSchema.parse(await readFacets(server.context, GridFilterSchema.parse(filter)));
const groups = async (filter: GridFilter = {}) => ProblemGroupsSchema.parse(await readProblemGroups(server.context, filter));
const call = (parts: { readonly id?: string; readonly agent?: string; readonly turns?: readonly object[]; readonly rest?: object; readonly details?: object }): string =>
  JSON.stringify({
    ...(parts.agent === "" ? {} : { agent: { externalId: parts.agent ?? "bot" } }),
    call: { ...(parts.id === undefined ? {} : { externalId: parts.id }), ...parts.details },
    transcript: { turns: parts.turns ?? [{ role: "user", content: "Hi" }] },
    ...parts.rest,
  });
async function exclude(callId: string): Promise<void> {
  await setExcluded(server.context.db, callId, true, server.context.now());
  await bumpChange(server.context.db);
}

describe("windows", () => {
  test("show any part of the list, each call in one place", async () => {
    await takeIn(server.context, Array.from({ length: 25 }, (_, index) => callText(`c${String(index).padStart(2, "0")}`)));
    expect(await ids({ offset: 20, limit: 4 })).toEqual(["c20", "c21", "c22", "c23"]);
    expect(await ids({ offset: 24, limit: 4 })).toEqual(["c24"]);
    expect(await ids({ offset: 25, limit: 4 })).toEqual([]);
    const shown = [...(await ids({ sort: "news", limit: 10 })), ...(await ids({ sort: "news", offset: 10, limit: 15 }))];
    expect(new Set(shown).size).toBe(25);
  });

  test("carry the change they were made at, and what was written since", async () => {
    const { callIds } = await takeIn(server.context, [callText("a"), callText("b")]);
    const before = await readWindow(server.context, GridWindowQuerySchema.parse({}));
    expect(before.change).toBe(await readChange(server.context.db));
    await setCallStanding(server.context.db, callIds[1]!, { fate: "rejected", reason: "Refused.", at: server.context.now() });
    const after = await readWindow(server.context, GridWindowQuerySchema.parse({ sort: "fate" }));
    expect(after.change).toBeGreaterThan(before.change);
    expect(after.rows.map(({ externalId, fate }) => [externalId, fate])).toEqual([["b", "rejected"], ["a", "draft"]]);
  });

  test("no longer show what was deleted", async () => {
    const { callIds } = await takeIn(server.context, [callText("a"), callText("b"), callText("c")]);
    expect(await ids()).toEqual(["a", "b", "c"]);
    await deleteCall(server.context, callIds[1]!);
    expect(await ids()).toEqual(["a", "c"]);
    expect((await facets()).total).toBe(2);
  });

  test("follow an edit of the draft", async () => {
    const { callIds } = await takeIn(server.context, [callText("a"), callText("b")]);
    await ids({ sort: "externalId" });
    const text = callText("a");
    await saveDraft(server.context, callIds[0]!, { baseRevision: 0, steps: [{ id: randomUUID(), kind: "edit", label: "Id", edits: [{ offset: text.indexOf('"a"') + 1, removed: "a", inserted: "z" }] }] });
    expect(await ids({ sort: "externalId" })).toEqual(["b", "z"]);
  });

  test("of a batch of another batch's age stand newest batch first", async () => {
    await takeIn(server.context, [callText("old-1"), callText("old-2")], "old");
    server.advance(60_000);
    await takeIn(server.context, [callText("new-1")], "new");
    expect(await ids()).toEqual(["new-1", "old-1", "old-2"]);
  });

  test.each([
    [{ sort: "externalId" }, ["B", "a", "c", null]],
    [{ sort: "externalId", direction: "desc" }, ["c", "a", "B", null]],
    [{ sort: "turns", direction: "desc" }, ["c", "a", "B", null]],
    [{ sort: "turns" }, ["a", "B", null, "c"]],
    [{ sort: "duration" }, ["c", "B", "a", null]],
    [{ sort: "duration", direction: "desc" }, ["B", "c", "a", null]],
    [{ sort: "agent" }, ["c", "a", null, "B"]],
    [{ sort: "startedAt", direction: "desc" }, ["a", "c", "B", null]],
    [{ sort: "problems", direction: "desc" }, ["B", null, "a", "c"]],
    [{ direction: "desc" }, [null, "B", "c", "a"]],
  ])("in the order of %j, calls without a value last", async (query, expected) => {
    const long = [{ role: "user", content: "x" }, { role: "user", content: "y" }];
    await takeIn(server.context, [
      call({ id: "a", agent: "m", details: { startedAt: "2026-03-02T09:30:00Z" } }),
      call({ id: "c", agent: "k", turns: long, details: { durationSeconds: 5, startedAt: "1969-12-31T23:59:59Z" } }),
      call({ id: "B", agent: "", details: { durationSeconds: 70 } }),
      call({ agent: "m" }),
    ]);
    // "B" names no agent and the last has no id: one that blocks in each. Ties keep the batch's order.
    expect(await ids(query)).toEqual(expected);
  });
});

describe("filters", () => {
  test("narrow by each column, and counts stand under the others", async () => {
    const one = await takeIn(server.context, [call({ id: "a" }), call({ id: "b", agent: "sales" }), call({ id: "c", agent: "" })], "one");
    await takeIn(server.context, [call({ id: "d" })], "two");
    await setCallStanding(server.context.db, one.callIds[0]!, { fate: "missing", reason: null, at: server.context.now() });
    expect(await ids({ group: "needs-you" })).toEqual(["a"]);
    expect(await ids({ fate: "missing" })).toEqual(["a"]);
    expect(await ids({ agent: "sales" })).toEqual(["b"]);
    expect(await ids({ level: "blocks" })).toEqual(["c"]);
    expect(await ids({ level: "any", batchId: one.batchId })).toEqual(["c"]);
    expect(await ids({ shape: "canonical", batchId: one.batchId })).toEqual(["a", "b", "c"]);
    expect(await ids({ shape: "retell-call" })).toEqual([]);
    expect(await ids({ search: "sales" })).toEqual(["b"]);
    const counts = await facets({ batchId: one.batchId, agent: "bot" });
    expect(counts.total).toBe(1);
    expect(counts.groups).toMatchObject({ "needs-you": 1, "not-sent": 0 });
    expect(counts.agents).toEqual([{ agent: "bot", count: 1 }, { agent: "sales", count: 1 }]);
    expect(counts.batches.map(({ name, count }) => [name, count]).sort()).toEqual([["one", 1], ["two", 1]]);
    expect((await facets({ batchId: one.batchId })).levels).toEqual({ blocks: 1, loses: 0, odd: 0, any: 1 });
  });

  test("leave excluded calls out of every fate, as the sum does", async () => {
    const { callIds } = await takeIn(server.context, [call({ id: "a" }), call({ id: "b" })]);
    await exclude(callIds[0]!);
    expect(await ids({ group: "not-sent" })).toEqual(["b"]);
    expect(await ids({ excluded: "only" })).toEqual(["a"]);
    expect(await ids({ excluded: "without" })).toEqual(["b"]);
    expect(await ids()).toEqual(["a", "b"]);
    const tabs = async (filter: GridFilter) => {
      const counts = await facets(filter);
      return [counts.groups["not-sent"], counts.excluded];
    };
    expect([await tabs({}), await tabs({ group: "not-sent" }), await tabs({ excluded: "only" })]).toEqual([[1, 1], [1, 1], [1, 1]]);
  });

  test("sum up the receipts of what they show", async () => {
    await takeIn(server.context, [call({ id: "a" }), call({ id: "b" })]);
    const [first, second] = await rows();
    const { receipt } = await facets();
    expect(receipt.carried).toBe(first!.receipt.carried + second!.receipt.carried);
  });
});

describe("duplicates", () => {
  test("inside a batch are marked with the first of their places, and an excluded one is nobody's duplicate", async () => {
    const { callIds } = await takeIn(server.context, [call({ id: "x" }), call({ id: "y" }), call({ id: "x" }), call({ id: "x" })]);
    await takeIn(server.context, [call({ id: "y" })], "another batch");
    expect((await rows({ duplicates: "in-batch" })).map(({ position, sameIdInBatch }) => [position, sameIdInBatch])).toEqual([
      [0, { others: 2, firstPosition: 0 }],
      [2, { others: 2, firstPosition: 0 }],
      [3, { others: 2, firstPosition: 0 }],
    ]);
    await exclude(callIds[0]!);
    expect((await rows({ duplicates: "in-batch" })).map(({ position, sameIdInBatch }) => [position, sameIdInBatch?.others])).toEqual([[2, 1], [3, 1]]);
    await exclude(callIds[2]!);
    expect((await facets()).duplicates).toEqual({ inBatch: 0, sentBefore: 0 });
  });

  test("of what the target accepted are marked, the accepted call itself not", async () => {
    const first = await takeIn(server.context, [call({ id: "x" })], "first");
    const second = await takeIn(server.context, [call({ id: "x" }), call({ id: "y" })], "second");
    expect(await ids({ duplicates: "sent-before" })).toEqual([]);
    await acceptUpload(server.context, first.callIds[0]!, "x");
    expect((await rows({ duplicates: "sent-before" })).map(({ id }) => id)).toEqual([second.callIds[0]]);
    expect((await facets()).duplicates.sentBefore).toBe(1);
  });
});

describe("problem groups", () => {
  const EMPTY = { role: "user", content: "" };
  const GOOD = { role: "user", content: "Hi" };

  test("count the calls of each cause, the worst first, with the fix they share", async () => {
    const { callIds } = await takeIn(server.context, [
      call({ id: "a", turns: [GOOD, EMPTY] }),
      call({ id: "b", turns: [EMPTY, GOOD, EMPTY] }),
      call({ id: "c", turns: [{ role: "user", content: "x", startSeconds: 5, endSeconds: 1 }] }),
      call({ id: "d" }),
    ]);
    const answer = await groups();
    expect(answer.groups.map(({ level, title, calls, fix, exampleCallId }) => [level, title, calls, fix?.label, exampleCallId])).toEqual([
      ["blocks", "Text of a turn is empty", 2, "Delete the turn", callIds[0]],
      ["odd", "A turn ends before it starts", 1, "Let it end where the next turn starts", callIds[2]],
    ]);
    expect([answer.calls, answer.more]).toEqual([3, 0]);
    expect(await ids({ cause: answer.groups[0]!.cause })).toEqual(["a", "b"]);
  });

  test("follow what a draft says now", async () => {
    const { callIds } = await takeIn(server.context, [call({ id: "a", agent: "" })]);
    expect((await groups()).groups.map(({ code }) => code)).toEqual(["agent_reference_missing"]);
    const text = call({ id: "a", agent: "" });
    await saveDraft(server.context, callIds[0]!, { baseRevision: 0, steps: [{ id: randomUUID(), kind: "edit", label: "Agent", edits: [{ offset: 1, removed: "", inserted: '"agentId":"5f0c8b9e-3c1a-4f0e-9d55-0a1b2c3d4e5f",' }] }] });
    expect(text).not.toContain("agentId");
    expect((await groups()).groups).toEqual([]);
  });

  test("leave nothing of a deleted call behind, its words included", async () => {
    const { callIds } = await takeIn(server.context, [call({ id: "a", rest: { secretish: 1 } })]);
    expect((await groups()).groups[0]!.pattern).toBe("secretish");
    await deleteCall(server.context, callIds[0]!);
    expect((await groups()).groups).toEqual([]);
    expect(await server.context.db.selectFrom("problemCauses").selectAll().execute()).toEqual([]);
  });
});

test("every statement that changes calls says so in the change sequence, or grids would not learn of it", async () => {
  const { callIds } = await takeIn(server.context, [call({ id: "a" })]);
  const seqOf = async () => (await server.context.db.selectFrom("calls").select("changeSeq").where("id", "=", callIds[0]!).executeTakeFirstOrThrow()).changeSeq;
  const before = await seqOf();
  await setCallStanding(server.context.db, callIds[0]!, { fate: "held", reason: null, at: 1 });
  const after = await seqOf();
  expect(after).toBeGreaterThan(before);
  expect(after).toBe(await readChange(server.context.db));
});
