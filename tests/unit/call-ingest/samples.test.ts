import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blankCallText } from "@/lib/core/call-ingest/blank-call";
import { CallIngestSchema } from "@/lib/core/call-ingest/call-ingest-schema";
import { SAMPLES } from "@/lib/core/call-ingest/samples";
import { SMALLEST_CALL_TEXT } from "@/lib/core/call-ingest/smallest-call";
import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { parseJson } from "@/lib/core/text/scan-json";
import { codesOf, reportOf, rootOf } from "../problems/report-of";

const FOLDER = new URL("../../../public/samples/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");

describe("the samples", () => {
  it("are the files that lie there", () => {
    expect(SAMPLES.map(({ file }) => file).sort()).toEqual(readdirSync(FOLDER).sort());
  });

  it.each(SAMPLES.filter(({ shape }) => shape !== null))("$file is recognised, has no problem and a demo id", ({ file, shape, provider }) => {
    const text = read(file);
    const root = rootOf(text);
    const detection = detectShape(root);
    expect(detection.shape).toBe(shape);
    expect(detection.event?.terminal ?? true).toBe(true);
    expect(reportOf(text, { provider })).toEqual([]);
    const summary = summarizeCall(root, detection.shape);
    expect(summary.externalId).toMatch(/^demo-/);
    expect(summary.turnCount).toBeGreaterThan(4);
    expect(summary.opening).not.toBeNull();
  });

  it("hold a voice call of 16 turns for an agent that the sandbox knows", () => {
    expect(summarizeCall(rootOf(read("voice-call.json")), "canonical")).toMatchObject({ agentExternalId: "booking-bot", turnCount: 16, durationSeconds: 116 });
  });

  it("hold one that is broken on purpose, at its trailing comma first", () => {
    const parsed = parseJson(read("broken.json"));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect([parsed.error.line, parsed.error.lineText]).toEqual([6, '    "endedReason": "customer-ended-call",']);
  });
});

describe("calls to begin with", () => {
  it("the smallest one lands", () => {
    expect(CallIngestSchema.safeParse(JSON.parse(SMALLEST_CALL_TEXT)).success).toBe(true);
    expect(reportOf(SMALLEST_CALL_TEXT)).toEqual([]);
  });

  it("the blank one asks for an agent and for what was said", () => {
    const text = blankCallText({ externalId: "demo-1", startedAt: "2026-03-02T09:30:05Z" });
    expect(text).toBe(`{
  "agent": {
    "externalId": ""
  },
  "call": {
    "externalId": "demo-1",
    "startedAt": "2026-03-02T09:30:05Z"
  },
  "transcript": {
    "turns": []
  }
}`);
    expect(codesOf(reportOf(text))).toEqual(["too_short", "turns_empty"]);
    expect(blankCallText({ externalId: "x" })).not.toContain("startedAt");
  });
});
