import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import { TEXT_SHAPES } from "@/lib/core/shapes/text/text-shapes";
import { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { writeJson } from "@/lib/core/shapes/build/write-json";
import { leaves } from "@/lib/core/text/json-values";
import { reportOf } from "../../problems/report-of";
import { fixtureCases } from "../fixture-cases";

/** A text may name no agent, and may hold nothing that was said. */
const LACKING = new Set<ProblemCode>(["missing_field", "agent_reference_missing"]);
const SOURCES = fixtureCases().filter(({ expected }) => TEXT_SHAPES.some(({ shape }) => shape === expected.shape)).map(({ text }) => text);

const piece = fc.constantFrom(
  "Agent: ", "User: ", "Anna: ", "\n", "\r\n", "\r", ",", ";", "\t", '"', '""', "[00:12] ", "[12/03/2026, 10:02:15] ", "12.03.26, 10:02 - ", "00:00:01,000 --> 00:00:02,000", "WEBVTT\n\n",
  "<v Ann>", "- ", "\u200E", "\u202F", "\uFEFF", "\u0000", "\uD800", "conversation_id,role,text", "1.55501E+10", "99:99", "31/31/2026, 25:61 - X: y", "hello", "2026-03-02T09:30:05Z", "", " ", "1e999", "-5", "__proto__",
);
const mutated = fc.tuple(fc.constantFrom(...SOURCES), fc.array(fc.tuple(fc.nat(400), fc.nat(30), piece), { maxLength: 6 })).map(([text, edits]) =>
  edits.reduce((now, [at, length, added]) => now.slice(0, at % (now.length + 1)) + added + now.slice((at % (now.length + 1)) + length), text),
);
const made = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("any text", () => {
  it("is read by every text shape without an exception, with each leaf accounted for, into a call that breaks no rule of the schema", () => {
    expect(SOURCES.length).toBeGreaterThan(5);
    let converted = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, made, fc.string()), fc.dictionary(fc.constantFrom("date-order", "time-zone", "unlabelled", "agent", "label-times", "offset-unit"), piece), (text, answers) => {
        for (const format of TEXT_SHAPES) {
          const likeness = format.likeness(text);
          expect(likeness).toBeGreaterThanOrEqual(0);
          expect(likeness).toBeLessThanOrEqual(1);
          const root = format.read(text);
          if (!root) continue;
          converted += 1;
          expect(format.inspect(root)?.score).toBeGreaterThan(0);
          const context = new ConversionContext(answers);
          const call = writeJson(format.convert(root, context));
          const receipt = context.receipt.finish(root, format.dropReason);
          expect(receipt.entries).toHaveLength(leaves(root).length);
          for (const { kind, to, reason } of receipt.entries) expect([kind, to === undefined, reason === undefined]).toEqual([kind, kind === "dropped", kind === "carried"]);
          const blocking = reportOf(call, { shape: "canonical", provider: "zelto" }).filter(({ level, code }) => level === "blocks" && !LACKING.has(code));
          expect(blocking).toEqual([]);
        }
      }),
      { numRuns: 250, seed: 21 },
    );
    expect(converted).toBeGreaterThan(200);
  }, 30_000);

  it("keeps the place of each leaf: a piece stands where its offsets say", () => {
    let checked = 0;
    for (const text of SOURCES) {
      for (const format of TEXT_SHAPES) {
        const root = format.likeness(text) >= 0.3 ? format.read(text) : null;
        if (!root) continue;
        for (const { node } of leaves(root)) {
          if (node.type !== "string" || node.start < 0) continue;
          checked += 1;
          // In a table a quote inside quotes is written twice.
          expect([node.value, node.value.replaceAll('"', '""')]).toContain(text.slice(node.start, node.end));
        }
      }
    }
    expect(checked).toBeGreaterThan(20);
  });
});
