import { describe, expect, it } from "vitest";
import type { CallRow } from "@/lib/contracts/calls";
import { FATES, type Fate } from "@/lib/core/uploads/fate";
import { canUpload, rowAct, rowWords, whyLeft } from "@/lib/intake/row-words";

const BATCH = "7b0d9a3e-5a2c-4f6b-9c1d-0e8f7a6b5c4d";

/** A canonical draft without problems, two turns long. */
function row(changes: Partial<CallRow> = {}): CallRow {
  return {
    id: "1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9", batchId: BATCH, batchName: "Pasted", position: 0, externalId: "a-1", agentExternalId: "booking-bot", agentId: null, shape: "canonical", provider: "zelto",
    turnCount: 2, durationSeconds: null, opening: "Hello", ribbon: [], problems: { blocks: 0, loses: 0, odd: 0 }, losesAll: false, fate: "draft", reason: null, editedSince: false,
    uploadId: null, conversationId: null, createdAt: 0, lastNewsAt: 0, ...changes,
  };
}

const blocked = { problems: { blocks: 2, loses: 0, odd: 0 } } as const;
const nothing = { problems: { blocks: 0, loses: 1, odd: 0 }, losesAll: true } as const;

describe("the two lines of a row", () => {
  it.each([
    ["Ready to upload", {}, null],
    ["Zelto would refuse it: 2 problems to mend", blocked, "blocks"],
    ["Zelto would accept it and keep nothing", nothing, "loses"],
    ["Ready, with 1 loss", { problems: { blocks: 0, loses: 1, odd: 0 } }, "loses"],
  ] as const)("of a draft say: %s", (next, changes, level) => {
    expect(rowWords(row(changes))).toEqual({ happened: "Hello", next, level });
  });

  it("begin with the reason where there is one", () => {
    expect(rowWords(row({ fate: "rejected", reason: "Refused: turn 7 has no text." })).happened).toBe("Refused: turn 7 has no text.");
  });

  it("never call anything but landed and matched to be in Zelto", () => {
    const said = FATES.filter((fate) => /\bin zelto\b/i.test(rowWords(row({ fate })).next));
    expect(said).toEqual(["landed", "matched"]);
  });

  it("say that an edited call wants an update, whatever became of the last", () => {
    expect(rowWords(row({ fate: "matched", editedSince: true })).next).toBe("Edited since; upload the update");
  });
});

describe("what can be sent without a further word", () => {
  const open = (changes: Partial<CallRow>): boolean => canUpload(row(changes));

  it("is a draft, a cancelled call and an edited one, and nothing that is on its way", () => {
    expect(FATES.filter((fate) => open({ fate }))).toEqual(["draft", "cancelled"]);
    expect(FATES.filter((fate) => !open({ fate, editedSince: true }))).toEqual(["queued", "sending"]);
  });

  it("is never what Zelto would refuse, nor what it would keep nothing of", () => {
    expect([open(blocked), open(nothing)]).toEqual([false, false]);
  });

  it("leaves the others with a reason each, counted", () => {
    const of = (fate: Fate, changes: Partial<CallRow> = {}) => row({ fate, ...changes });
    expect(whyLeft([of("draft"), of("draft", blocked), of("draft", nothing), of("queued"), of("matched"), of("landed"), of("held"), of("unknown"), of("cancelled")])).toEqual([
      { reason: "would be refused by Zelto", count: 1 },
      { reason: "Zelto would keep nothing of them", count: 1 },
      { reason: "on their way", count: 1 },
      { reason: "sent and not edited since", count: 2 },
      { reason: "wait for your decision", count: 2 },
    ]);
  });
});

describe("what a row offers", () => {
  const sent = (fate: Fate, changes: Partial<CallRow> = {}) => rowAct(row({ fate, uploadId: BATCH, ...changes }));

  it("is the upload of what is ready, a look at what is missing, and the same again for what is held or unknown", () => {
    expect(FATES.map((fate) => `${fate}: ${sent(fate) ?? "nothing"}`)).toEqual([
      "draft: upload", "queued: nothing", "sending: nothing", "accepted: nothing", "landed: nothing", "matched: nothing",
      "rejected: nothing", "unknown: send-again", "missing: look-again", "ignored: nothing", "held: send-again", "cancelled: upload",
    ]);
  });

  it("is never the old bytes of a call that was edited since", () => {
    expect([sent("held", { editedSince: true, ...blocked }), sent("held", { editedSince: true }), sent("missing", { editedSince: true, ...nothing })]).toEqual([null, "upload", null]);
  });
});
