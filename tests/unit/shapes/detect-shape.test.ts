import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { Detection } from "@/lib/core/shapes/shape";
import { rootOf } from "../problems/report-of";

const detect = (value: unknown): Detection => detectShape(rootOf(JSON.stringify(value)));

describe("detection", () => {
  it.each([
    [{ call: { externalId: "c" }, transcript: { turns: [] } }, { shape: "canonical", confidence: 1, reasons: ["call.externalId is given", "transcript.turns is a list"], provider: "zelto" }],
    [{ transcript: { turns: [] } }, { shape: "canonical", confidence: 0.97, reasons: ["transcript.turns is a list"], provider: "zelto" }],
    [{ call: { externalId: 7 } }, { shape: "canonical", confidence: 0.97, reasons: ["call.externalId is given"], provider: "zelto" }],
    [{ call: { startedAt: 1, cost: 2 } }, { shape: "canonical", confidence: 0.5, reasons: ["call has startedAt, cost"], provider: "zelto" }],
    [
      { message: { type: "end-of-call-report", call: {}, artifact: {} } },
      { shape: "vapi-webhook", confidence: 0.95, reasons: ["message.type is end-of-call-report", "message.call is given"], provider: "vapi", event: { name: "end-of-call-report", terminal: true } },
    ],
    [
      { message: { type: "status-update", status: "ended" } },
      { shape: "vapi-webhook", confidence: 0.95, reasons: ["message.type is status-update"], provider: "vapi", event: { name: "status-update (ended)", terminal: false } },
    ],
    [
      { message: { type: 'transcript[transcriptType="final"]' } },
      { shape: "vapi-webhook", confidence: 0.95, reasons: ['message.type is transcript[transcriptType="final"]'], provider: "vapi", event: { name: 'transcript[transcriptType="final"]', terminal: false } },
    ],
    [
      { message: { type: "something-new", call: { id: "v" } } },
      { shape: "vapi-webhook", confidence: 0.7, reasons: ["message.type is something-new", "message.call is given"], provider: "vapi", event: { name: "something-new", terminal: false } },
    ],
    [
      { event: "call_analyzed", call: { call_id: "r" } },
      { shape: "retell-webhook", confidence: 0.95, reasons: ["event is call_analyzed", "call.call_id is given"], provider: "retell", event: { name: "call_analyzed", terminal: true } },
    ],
    [
      { event: "call_ended", data: { call_id: "r" } },
      { shape: "retell-webhook", confidence: 0.95, reasons: ["event is call_ended", "data.call_id is given"], provider: "retell", event: { name: "call_ended", terminal: true } },
    ],
    [
      { event: "call_started", call: { agent_id: "a" } },
      { shape: "retell-webhook", confidence: 0.8, reasons: ["event is call_started"], provider: "retell", event: { name: "call_started", terminal: false } },
    ],
    [
      { event: "brand_new", call: { call_id: "r" } },
      { shape: "retell-webhook", confidence: 0.8, reasons: ["event is brand_new", "call.call_id is given"], provider: "retell", event: { name: "brand_new", terminal: false } },
    ],
    [
      { event: "chat_analyzed", chat: { chat_id: "x" } },
      { shape: "retell-webhook", confidence: 0.8, reasons: ["event is chat_analyzed", "chat.chat_id is given"], provider: "retell", event: { name: "chat_analyzed", terminal: false } },
    ],
    [
      { event: "chat_inbound", from_number: "+1" },
      { shape: "retell-webhook", confidence: 0.6, reasons: ["event is chat_inbound"], provider: "retell", event: { name: "chat_inbound", terminal: false } },
    ],
  ])("of %j", (value, detection) => {
    expect(detect(value)).toEqual(detection);
  });

  it.each([
    [[{ call: { externalId: "c" } }], ["It is a list, and a call is an object"]],
    ["text", ["It is a text, and a call is an object"]],
    [7, ["It is a number, and a call is an object"]],
    [null, ["It is null, and a call is an object"]],
    [{}, ["It has no call.externalId", "It has neither agent.externalId nor agentId", "It has neither transcript.turns nor call.recordingUrl"]],
    [{ agentId: "a" }, ["It has no call.externalId", "It has neither transcript.turns nor call.recordingUrl"]],
    [{ agent: { externalId: "a" }, call: "c" }, ["It has no call.externalId", "It has neither transcript.turns nor call.recordingUrl"]],
  ])("of %j is unknown and says what is missing", (value, reasons) => {
    expect(detect(value)).toEqual({ shape: "unknown", confidence: 0, reasons, provider: "zelto" });
  });

  it.each([
    [{ type: "end-of-call-report", call: { id: "v", cost: 1 } }, 'It looks like a Vapi message without its envelope: Zelto reads it only inside { "message": … }'],
    [{ type: "end-of-call-report", artifact: {} }, 'It looks like a Vapi message without its envelope: Zelto reads it only inside { "message": … }'],
    [{ id: "v", orgId: "o", type: "webCall" }, "It looks like a call object from Vapi's API, and Zelto takes only Vapi's webhook body"],
    [{ call_id: "r", agent_id: "a" }, "It looks like a call object from Retell's API, and Zelto takes only Retell's webhook body"],
    [{ messages: [] }, "It looks like a list of chat messages"],
  ])("of %j is unknown and says what it looks like", (value, likeness) => {
    expect(detect(value).shape).toBe("unknown");
    expect(detect(value).reasons[0]).toBe(likeness);
  });

  it.each([
    { message: "hello" },
    { message: { type: "" } },
    { message: { type: "greeting" } },
    { event: "", call: { call_id: "r" } },
    { event: "click", call: { agent_id: "a" } },
    { event: "call_ended", call: {} },
    { event: "call_ended" },
    { type: "invoice", call: { id: "v" } },
  ])("does not take %j for a webhook", (value) => {
    expect(detect(value).shape).toBe("unknown");
  });

  it("prefers the canonical shape where both show, says so, and is less sure", () => {
    expect(detect({ event: "call_ended", call: { call_id: "r", externalId: "c" } })).toEqual({
      shape: "canonical",
      confidence: 0.52,
      reasons: ["call.externalId is given", "It also looks like a Retell webhook: event is call_ended, call.call_id is given"],
      provider: "zelto",
    });
  });

  it("prefers a webhook to key names that only happen to be in a call object", () => {
    expect(detect({ event: "call_ended", call: { call_id: "r", cost: 1 } })).toMatchObject({ shape: "retell-webhook", confidence: 0.95 });
  });

  it("is canonical whatever else is wrong, once call.externalId is there", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (rest, externalId) => {
        expect(detect({ ...rest, call: { externalId } }).shape).toBe("canonical");
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it("never throws and is sure of at most 1", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { confidence, reasons } = detect(value);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
