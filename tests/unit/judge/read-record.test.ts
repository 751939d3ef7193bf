import fc from "fast-check";
import { expect, test } from "vitest";
import { countLeaves } from "@/lib/core/judge/count-leaves";
import { judgeRecord } from "@/lib/core/judge/judge-record";
import { readRecord } from "@/lib/core/judge/read-record";
import { leaves } from "@/lib/core/text/json-values";
import { parseJson } from "@/lib/core/text/scan-json";

const CANONICAL = '{"agent":{"externalId":"bot"},"call":{"externalId":"c-1", "startedAt":"2026-03-02T09:30:00Z"},"transcript":{"turns":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]},"metadata":{"big":12345678901234567890,"none":{}}}';

test("a canonical record is its own draft, and all of its leaves are carried", () => {
  const read = readRecord(CANONICAL);
  expect(read.draft.text).toBe(CANONICAL);
  expect(read).toMatchObject({ form: "json", converted: false, receipt: { carried: 9, changed: 0, dropped: 0 }, questions: [], remarks: [] });
  expect(read.receiptGroups).toEqual([{ kind: "carried", from: "", to: "", reason: "", leaves: 9 }]);
  expect(judgeRecord(read)).toEqual({ provider: "zelto", problems: [] });
});

test("the header that a sample fixes wins over the one that the shape has", () => {
  expect(judgeRecord(readRecord(CANONICAL), { provider: "livekit", knownAgents: null, alreadyUploaded: null }).provider).toBe("livekit");
});

test("a record that is no JSON is kept as it is, with one problem that says so", () => {
  const read = readRecord('{"call": ');
  expect(read).toMatchObject({ form: "broken", converted: false, draft: { text: '{"call": ' }, detection: { shape: "unknown" } });
  expect(judgeRecord(read).problems.map(({ code }) => code)).toEqual(["not_json"]);
});

test("an earlier upload of its external id is told", () => {
  const { problems } = judgeRecord(readRecord(CANONICAL), { provider: null, knownAgents: null, alreadyUploaded: { at: "2026-11-01", conversationId: null } });
  expect(problems.map(({ code }) => code)).toEqual(["external_id_already_uploaded"]);
});

test("leaves are counted as receipts count them, and no JSON makes the judge throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      const parsed = parseJson(text);
      if (!parsed.ok) throw new Error("JSON.stringify made no JSON");
      const read = readRecord(text);
      judgeRecord(read);
      expect(countLeaves(parsed.value.root)).toBe(leaves(parsed.value.root).length);
      expect(readRecord(text)).toEqual(read);
      if (!read.converted) expect(read.draft.text).toBe(text);
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
});
