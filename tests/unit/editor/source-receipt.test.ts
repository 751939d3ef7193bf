import { describe, expect, it } from "vitest";
import { receiptIntroduction } from "@/components/editor/receipt/receipt-words";
import { receiptOfSource } from "@/components/editor/receipt/source-receipt";

const CANONICAL = '{"agent":{"externalId":"a"},"call":{"externalId":"c"},"transcript":{"turns":[{"role":"user","content":"Hello"}]}}';
const RETELL = '{"event":"call_analyzed","call":{"call_id":"r1","agent_id":"ag","call_status":"ended","start_timestamp":1767261600000,"end_timestamp":1767261610000,"transcript_object":[{"role":"agent","content":"Hello","words":[]}],"opt_out_sensitive_data_storage":false}}';

describe("the receipt of a source", () => {
  it("carries every leaf of a canonical one", () => {
    const receipt = receiptOfSource(CANONICAL);
    expect(receipt.ok && [receipt.value.shape, receipt.value.receipt.carried, receipt.value.receipt.changed, receipt.value.receipt.dropped]).toEqual(["canonical", 4, 0, 0]);
  });

  it("is that of the conversion for a native one, whatever the call has become since", () => {
    const receipt = receiptOfSource(RETELL);
    expect(receipt.ok && receipt.value.shape).toBe("retell-webhook");
    expect(receipt.ok && receipt.value.receipt.entries.find(({ from }) => from === "call.call_id")?.to).toBe("call.externalId");
    expect(receipt.ok && receipt.value.receipt.dropped > 0).toBe(true);
  });

  it("is that of the conversion for any other shape, under the batch's answers", () => {
    const source = '{"messages":[{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"}]}';
    const receipt = receiptOfSource(source, { agent: "desk" });
    expect(receipt.ok && [receipt.value.shape, receipt.value.receipt.carried, receipt.value.receipt.dropped]).toEqual(["openai-messages", 4, 0]);
    expect(receipt.ok && receipt.value.convertedText).toContain('"externalId": "desk"');
  });

  it("says why there is none", () => {
    expect(receiptOfSource("{")).toEqual({ ok: false, error: "The source is not JSON." });
  });
});

describe("what the receipt is about", () => {
  it.each([
    ["canonical", "canonical", false, true, "Sent as it was taken in: the same bytes."],
    ["canonical", "canonical", false, false, "Taken in as it stood and edited here since; the edits are in the timeline and can be undone."],
    ["retell-webhook", "retell-webhook", true, true, "Sent as it was taken in: the same bytes. Below is what converting it to the canonical shape would do."],
    ["retell-webhook", "retell-webhook", false, true, "Not converted: the body is still the native one. Below is what converting it to the canonical shape would do."],
    ["deepgram", "canonical", false, true, "What converting a Deepgram transcript to the canonical shape did."],
    ["deepgram", "canonical", false, false, "What converting a Deepgram transcript to the canonical shape did. Later edits are in the timeline and can be undone."],
    ["retell-webhook", "canonical", false, false, "What converting the native body to the canonical shape did. Later edits are in the timeline and can be undone."],
  ] as const)("a source that is %s with a draft that is %s, native %s, untouched %s", (source, draft, isNative, isUntouched, sentence) => {
    expect(receiptIntroduction({ source, draft, isNative, isUntouched })).toBe(sentence);
  });
});
