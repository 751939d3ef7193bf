import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CallFilterSchema, CallListSchema, type CallList } from "@/lib/contracts/calls";
import { setCallStanding } from "@/lib/server/repositories/calls";
import { readCall } from "@/lib/server/services/calls/read-call";
import { readCalls } from "@/lib/server/services/calls/list-calls";
import { saveDraft } from "@/lib/server/services/drafts/save-draft";
import { readStatus } from "@/lib/server/services/status/read-status";
import { openTestServer, type TestServer } from "@/tests/support/test-server";
import { callText, takeIn } from "@/tests/support/take-in";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

async function list(filter: Readonly<Record<string, string | number>> = {}): Promise<CallList> {
  const read = await readCalls(server.context, CallFilterSchema.parse(filter));
  if (!read.ok) throw new Error(read.error.code);
  return CallListSchema.parse(read.value);
}
const ids = (answer: CallList): readonly (string | null)[] => answer.rows.map(({ externalId }) => externalId);

describe("paging", () => {
  test("shows every call once, newest news first, over three pages", async () => {
    const { callIds } = await takeIn(server.context, Array.from({ length: 7 }, (_, index) => callText(`call-${index}`)));
    for (const callId of callIds) {
      server.advance(1_000);
      await setCallStanding(server.context.db, callId, { fate: "draft", reason: null, at: server.context.now() });
    }
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, cursor: first.nextCursor! });
    const third = await list({ limit: 3, cursor: second.nextCursor! });
    expect([first, second, third].map(ids)).toEqual([["call-6", "call-5", "call-4"], ["call-3", "call-2", "call-1"], ["call-0"]]);
    expect([first.total, second.total, third.nextCursor]).toEqual([7, 7, null]);
  });

  test("tells calls apart that had their news in the same millisecond", async () => {
    await takeIn(server.context, Array.from({ length: 25 }, (_, index) => callText(`call-${index}`)));
    const seen: (string | null)[] = [];
    let cursor: string | null = "";
    // 25 calls by 4 are 7 pages; a list that goes round in circles ends here too.
    for (let page = 0; page < 10 && cursor !== null; page += 1) {
      const answer: CallList = await list({ limit: 4, ...(cursor === "" ? {} : { cursor }) });
      seen.push(...ids(answer));
      cursor = answer.nextCursor;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  test("keeps a batch in its own order", async () => {
    const { batchId } = await takeIn(server.context, ["a", "b", "c"].map((id) => callText(id)));
    const first = await list({ batchId, limit: 2 });
    expect(ids(first)).toEqual(["a", "b"]);
    expect(ids(await list({ batchId, limit: 2, cursor: first.nextCursor! }))).toEqual(["c"]);
  });

  test.each(["x", "1", "1.2", "1.00000000-0000-0000-0000-00000000000'", "'; drop table calls; --"])("refuses %j as a place", async (cursor) => {
    expect(await readCalls(server.context, CallFilterSchema.parse({ cursor }))).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  });
});

describe("filters", () => {
  test("narrow by fate, group, agent and batch, and count under each other", async () => {
    const one = await takeIn(server.context, [callText("a"), callText("b", { agent: "sales" })], "first");
    const two = await takeIn(server.context, [callText("c")], "second");
    await setCallStanding(server.context.db, one.callIds[0]!, { fate: "rejected", reason: "Refused.", at: server.context.now() });
    await setCallStanding(server.context.db, two.callIds[0]!, { fate: "landed", reason: null, at: server.context.now() });
    expect(ids(await list({ group: "needs-you" }))).toEqual(["a"]);
    expect(ids(await list({ fate: "landed" }))).toEqual(["c"]);
    expect(ids(await list({ agent: "sales" }))).toEqual(["b"]);
    const booking = await list({ agent: "booking-bot", group: "needs-you" });
    expect(booking.total).toBe(1);
    expect(booking.groups).toEqual({ "needs-you": 1, "not-sent": 0, sending: 0, checking: 0, "in-zelto": 1, ignored: 0, cancelled: 0 });
    expect(booking.agents).toEqual([{ agent: "booking-bot", count: 1 }]);
    expect((await list()).agents).toEqual([
      { agent: "booking-bot", count: 2 },
      { agent: "sales", count: 1 },
    ]);
    expect((await list({ batchId: one.batchId })).batches.map(({ name, count }) => [name, count]).sort()).toEqual([
      ["first", 2],
      ["second", 1],
    ]);
  });

  test("show an answer without a call as such", async () => {
    expect(await list()).toMatchObject({ rows: [], nextCursor: null, total: 0, agents: [], batches: [] });
  });
});

describe("search", () => {
  beforeEach(async () => {
    await takeIn(server.context, [
      callText("call-77-abc", { words: "Ich möchte meinen Termin verschieben" }),
      callText("order_9", { words: "予約を変更したいのですが 100% \"sure\"" }),
      callText("q1", { agent: "sales", words: "hello there, unusualword" }),
    ]);
  });

  test.each([
    ["77-ab", ["call-77-abc"]],
    ["TERMIN", ["call-77-abc"]],
    ["termin möchte", ["call-77-abc"]],
    ["予約を", ["order_9"]],
    ["q1", ["q1"]],
    ["sales", ["q1"]],
    ["100%", ["order_9"]],
    ['"sure"', ["order_9"]],
    ["_9", ["order_9"]],
    ["__", []],
    ["nothing like this", []],
    ['" OR words MATCH "', []],
    ["NEAR(a b)", []],
    ["unusual*", []],
    ["' or 1=1 --", []],
  ])("for %j finds %j", async (search, expected) => {
    expect(ids(await list({ search }))).toEqual(expected);
  });

  test("of blanks finds everything", async () => {
    expect((await list({ search: "   " })).total).toBe(3);
  });

  test("finds a draft by its newest words, and no longer by the old ones", async () => {
    const found = await list({ search: "unusualword" });
    const callId = found.rows[0]!.id;
    const detail = await readCall(server.context, callId);
    const text = detail.ok ? detail.value.draft.text : "";
    const edit = { offset: text.indexOf("unusualword"), removed: "unusualword", inserted: "replacement" };
    await saveDraft(server.context, callId, { baseRevision: 0, steps: [{ id: "11111111-1111-4111-8111-111111111111", kind: "edit", label: "Type", edits: [edit] }] });
    expect((await list({ search: "unusualword" })).total).toBe(0);
    expect((await list({ search: "replacement" })).total).toBe(1);
  });
});

test("a call knows its neighbours and its place in the batch", async () => {
  const { callIds } = await takeIn(server.context, ["a", "b", "c"].map((id) => callText(id)));
  const neighbours = async (index: number) => {
    const detail = await readCall(server.context, callIds[index]!);
    return detail.ok ? detail.value.neighbours : null;
  };
  expect(await neighbours(0)).toEqual({ previousId: null, nextId: callIds[1], place: 1, total: 3 });
  expect(await neighbours(1)).toEqual({ previousId: callIds[0], nextId: callIds[2], place: 2, total: 3 });
  expect(await neighbours(2)).toEqual({ previousId: callIds[1], nextId: null, place: 3, total: 3 });
});

test("the status counts what needs a person, moves and is checked, and its change moves with every write", async () => {
  const before = await readStatus(server.context);
  const { callIds } = await takeIn(server.context, ["a", "b", "c", "d"].map((id) => callText(id)));
  for (const [index, fate] of (["held", "unknown", "accepted", "matched"] as const).entries()) {
    await setCallStanding(server.context.db, callIds[index]!, { fate, reason: null, at: server.context.now() });
  }
  const after = await readStatus(server.context);
  expect(after).toMatchObject({ needsYou: 1, moving: 1, checking: 1, pauses: [], heldForOtherTarget: 0, target: { kind: "sandbox", hasKey: true } });
  expect(after.change).toBeGreaterThan(before.change);
  expect((await readStatus(server.context)).change).toBe(after.change);
});
