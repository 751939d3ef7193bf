import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SaveDraftInput } from "@/lib/contracts/calls";
import { findDraft } from "@/lib/server/repositories/drafts";
import { listTimeline } from "@/lib/server/repositories/timeline";
import { findCall, setCallStanding } from "@/lib/server/repositories/calls";
import { insertUpload } from "@/lib/server/repositories/uploads";
import { insertVersion } from "@/lib/server/repositories/versions";
import { readCall } from "@/lib/server/services/calls/read-call";
import { saveDraft } from "@/lib/server/services/drafts/save-draft";
import { sha256Hex } from "@/lib/core/text/fingerprint";
import { openTestServer, type TestServer } from "@/tests/support/test-server";
import { takeIn } from "@/tests/support/take-in";

type Step = SaveDraftInput["steps"][number];
const ODD = '{"call":{"externalId":"x\\u0000y","n":9007199254740993,"half":"\\ud83d","e":1e400,"z":-0},\r\n "agent" : {"externalId":"bot","name":"Bot"}}\n';

let server: TestServer;
let callId: string;
beforeEach(async () => {
  server = await openTestServer();
  callId = (await takeIn(server.context, [ODD])).callIds[0]!;
});
afterEach(() => server.close());

const step = (offset: number, removed: string, inserted: string): Step => ({ id: randomUUID(), kind: "edit", label: "Type", edits: [{ offset, removed, inserted }] });
const save = (baseRevision: number, ...steps: Step[]) => saveDraft(server.context, callId, { baseRevision, steps });
const text = async (): Promise<string> => new TextDecoder("utf-8", { ignoreBOM: true }).decode((await findDraft(server.context.db, callId))!.bytes);
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => result.error?.code ?? "ok";

test("changes nothing but what was edited: numbers, escapes, blanks and line ends stay byte for byte", async () => {
  const at = ODD.indexOf("Bot");
  expect(await save(0, step(at, "Bot", "Bät😀"))).toMatchObject({ ok: true, value: { outcome: "saved", revision: 1 } });
  expect(await text()).toBe(`${ODD.slice(0, at)}Bät😀${ODD.slice(at + 3)}`);
});

test("keeps the history for the next visit, oldest first", async () => {
  const one = step(0, "", " ");
  const two: Step = { ...step(0, " ", ""), kind: "undo", of: one.id };
  const three: Step = { id: randomUUID(), kind: "edit", label: "Header", edits: [], provider: { from: "zelto", to: "livekit" } };
  await save(0, one);
  await save(1, two, three);
  const detail = await readCall(server.context, callId);
  expect(detail.ok && detail.value.draft).toMatchObject({ text: ODD, provider: "livekit", revision: 3, steps: [one, two, three] });
  expect((await findCall(server.context.db, callId))?.provider).toBe("livekit");
});

test("answers the same to a save that is repeated, and saves it once", async () => {
  const [one, two] = [step(0, "", "a"), step(1, "", "b")];
  const first = await save(0, one, two);
  expect(await save(0, one, two)).toEqual(first);
  expect(await text()).toBe(`ab${ODD}`);
});

test("saves the rest when a repeated save brings more", async () => {
  const [one, two] = [step(0, "", "a"), step(1, "", "b")];
  await save(0, one);
  expect(await save(0, one, two)).toMatchObject({ ok: true, value: { outcome: "saved", revision: 2 } });
  expect(await text()).toBe(`ab${ODD}`);
});

test("saves nothing behind others' steps, and answers them", async () => {
  const theirs = step(0, "", "t");
  await save(0, theirs);
  expect(await save(0, step(0, "", "m"))).toEqual({ ok: true, value: { outcome: "behind", revision: 1, steps: [theirs] } });
  expect(await text()).toBe(`t${ODD}`);
});

test("saves all steps or none", async () => {
  expect(codeOf(await save(0, step(0, "", "a"), step(0, "not there", "b")))).toBe("invalid_input");
  expect(await text()).toBe(ODD);
  expect((await findDraft(server.context.db, callId))?.revision).toBe(0);
});

test("refuses a revision that never was, half a character pair, and more than 8 MB", async () => {
  expect(codeOf(await save(5, step(0, "", "a")))).toBe("invalid_input");
  expect(codeOf(await save(0, step(0, "", "\ud83d")))).toBe("invalid_input");
  expect(codeOf(await save(0, step(0, "", "é".repeat(4 * 1024 * 1024))))).toBe("too_large");
  expect(await text()).toBe(ODD);
});

test("is not found once the call is deleted", async () => {
  callId = randomUUID();
  expect(codeOf(await save(0, step(0, "", "a")))).toBe("not_found");
});

test("shows in lists what the text says now, and the last readable state while it is no JSON", async () => {
  const at = ODD.indexOf("x\\u0000y");
  await save(0, step(at, "x\\u0000y", "renamed-7"));
  expect((await findCall(server.context.db, callId))?.facts.externalId).toBe("renamed-7");
  await save(1, step(0, "", "{{"));
  const broken = await findCall(server.context.db, callId);
  expect([broken?.facts.externalId, broken?.problems.blocks]).toEqual(["renamed-7", 1]);
});

test("stands once in the timeline, with the time of the newest edit", async () => {
  await save(0, step(0, "", " "));
  server.advance(60_000);
  await save(1, step(0, "", " "));
  const entries = await listTimeline(server.context.db, callId);
  expect(entries.map(({ kind }) => kind)).toEqual(["edited", "taken-in"]);
  expect(entries[0]!.at).toBe(server.context.now());
});

test("is an edit since the upload until it is taken back", async () => {
  await uploadAsItStands();
  await save(0, step(0, "", " "));
  expect((await findCall(server.context.db, callId))?.editedSince).toBe(true);
  await save(1, step(0, " ", ""));
  expect((await findCall(server.context.db, callId))?.editedSince).toBe(false);
});

test("makes two editors' saves at once one after the other: one is saved, the other behind", async () => {
  const outcomes = await Promise.all([save(0, step(0, "", "a")), save(0, step(0, "", "b"))]);
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.outcome : outcome.error.code)).sort()).toEqual(["behind", "saved"]);
});

/** What an accepted upload of the untouched draft leaves behind. */
async function uploadAsItStands(): Promise<void> {
  const { db, now, target } = server.context;
  const body = new TextEncoder().encode(ODD);
  const ids = { version: randomUUID(), upload: randomUUID() };
  await insertVersion(db, { id: ids.version, callId, number: 1, body, sha256: sha256Hex(body), byteLength: body.byteLength, provider: "zelto", createdAt: now() });
  await insertUpload(db, {
    id: ids.upload,
    callId,
    versionId: ids.version,
    number: 1,
    targetId: target.id,
    fate: "accepted",
    sentence: "Accepted.",
    provider: "zelto",
    externalId: "x\u0000y",
    bucketId: null,
    sendAnyway: false,
    expectsNothing: false,
    previousConversationId: null,
    previousUpdatedAt: null,
    conversationId: null,
    looks: 0,
    nextLookAt: null,
    readBack: null,
    fieldErrors: [],
    missingCauses: [],
    createdAt: now(),
    queuedAt: now(),
    dueAt: null,
    tries: 0,
    firstAttemptAt: null,
    claimedAt: null,
    claimToken: null,
    acceptedAt: now(),
    landedAt: null,
    matchedAt: null,
    settledAt: null,
  });
  await setCallStanding(db, callId, { fate: "accepted", reason: null, at: now(), latestUploadId: ids.upload });
}
