import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProblemCode } from "@/lib/core/problems/problem-codes";
import { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { SPEECH_SHAPES } from "@/lib/core/shapes/speech/speech-shapes";
import { writeJson } from "@/lib/core/shapes/build/write-json";
import { leaves } from "@/lib/core/text/json-values";
import { reportOf, rootOf } from "../../problems/report-of";
import { fixtureCases } from "../fixture-cases";

/** A transcription names no agent, and may hold no words. */
const LACKING = new Set<ProblemCode>(["missing_field", "agent_reference_missing"]);
const SOURCES = fixtureCases().filter(({ expected }) => SPEECH_SHAPES.some(({ shape }) => shape !== "no-call" && shape === expected.shape)).map(({ text }) => JSON.parse(text) as unknown);

const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true }), fc.string(), fc.constantFrom("", " ", "1.300s", "-1s", "0.5", "-5", "spk_0", "1e400", "2026-03-02T09:30:05Z", "x".repeat(300)), fc.constant([]), fc.constant({}));

/** A value with one of its parts, wherever it is, replaced. */
function replaced(value: unknown, at: readonly number[], by: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined || value === null || typeof value !== "object") return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? replaced(item, rest, by) : item));
  return { ...value, [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

const mutated = fc.tuple(fc.constantFrom(...SOURCES), fc.array(fc.tuple(fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), scalar), { maxLength: 5 })).map(([source, edits]) => edits.reduce((now, [at, by]) => replaced(now, at, by), source));

describe("any transcription", () => {
  it("is converted by every speech shape without an exception, with each leaf accounted for, into a call that breaks no rule of the schema", () => {
    expect(SOURCES.length).toBeGreaterThan(10);
    let converted = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: mutated }, fc.jsonValue()), (source) => {
        const root = rootOf(JSON.stringify(source));
        for (const { shape, inspect, convert, dropReason } of SPEECH_SHAPES) {
          if (shape === "no-call") continue;
          if (inspect(root)) converted += 1;
          const context = new ConversionContext({});
          const call = writeJson(convert(root, context));
          const receipt = context.receipt.finish(root, dropReason);
          expect(receipt.entries).toHaveLength(leaves(root).length);
          for (const { kind, to, reason } of receipt.entries) expect([kind, to === undefined, reason === undefined]).toEqual([kind, kind === "dropped", kind === "carried"]);
          const blocking = reportOf(call, { shape: "canonical", provider: "zelto" }).filter(({ level, code }) => level === "blocks" && !LACKING.has(code));
          expect(blocking).toEqual([]);
        }
      }),
      { numRuns: 200, seed: 31 },
    );
    expect(converted).toBeGreaterThan(80);
  }, 30_000);
});
