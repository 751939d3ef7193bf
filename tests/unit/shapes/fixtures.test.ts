import { describe, expect, it } from "vitest";
import { formatPath } from "@/lib/core/text/json-path";
import { leaves } from "@/lib/core/text/json-values";
import type { Remark } from "@/lib/core/shapes/remark";
import type { SourceConversion } from "@/lib/core/shapes/source/convert-source";
import { fixtureCases, type Expectation } from "./fixture-cases";
import { inspectRecord } from "./inspect-record";

const CASES = fixtureCases();
console.info(`${CASES.length} fixtures in tests/fixtures/shapes`);

describe("the fixtures of all shapes", () => {
  it("are there", () => {
    expect(CASES.length).toBeGreaterThan(0);
  });

  it.each(CASES.map((fixture) => [fixture.name, fixture] as const))("%s becomes what stands beside it", (_name, fixture) => {
    const { text, expected } = fixture;
    const { root, detection, conversion, problems } = inspectRecord(text, expected.answers);
    expect(detection.shape).toBe(expected.shape);
    if (conversion) expectConversion(conversion, expected);
    else expect({ call: expected.call ?? null, receipt: expected.receipt ?? null }).toEqual({ call: null, receipt: null });
    expect(conversion?.receipt.entries ?? leaves(root)).toHaveLength(leaves(root).length);
    expect([...new Set(problems.filter(({ level }) => level === "blocks").map(({ code }) => code))].sort()).toEqual([...(expected.blocks ?? [])].sort());
  });
});

function expectConversion({ text, receipt, questions, remarks }: SourceConversion, expected: Expectation): void {
  const call: unknown = JSON.parse(text);
  if (expected.call !== undefined || expected.shape !== "no-call") expect(withoutMadeId(call, expected.call)).toEqual(expected.call);
  const { carried, changed, dropped } = receipt;
  if (expected.receipt) expect({ carried, changed, dropped }).toEqual(expected.receipt);
  expect(carried + changed + dropped).toBe(receipt.entries.length);
  expect(questions.map(({ id }) => id).sort()).toEqual([...(expected.questions ?? [])].sort());
  const wanted = (expected.remarks ?? []).map((remark) => (typeof remark === "string" ? { kind: remark } : remark));
  expect(remarks.map((remark, index) => shownRemark(remark, wanted[index]?.path !== undefined))).toEqual(wanted);
}

function shownRemark({ kind, path }: Remark, withPath: boolean): { readonly kind: string; readonly path?: string } {
  return withPath ? { kind, path: formatPath(path) } : { kind };
}

/** An id made of the words cannot be written by hand: where `intake-*` is expected, any id of that form stands for it. */
function withoutMadeId(call: unknown, expected: unknown): unknown {
  const [made, wanted] = [idOf(call), idOf(expected)];
  if (wanted !== "intake-*" || typeof made !== "string" || !/^intake-[0-9a-f]{24}$/.test(made)) return call;
  const { call: inner } = call as { call: object }; // idOf found an id in it.
  return { ...(call as object), call: { ...inner, externalId: wanted } };
}

function idOf(call: unknown): unknown {
  return (call as { call?: { externalId?: unknown } } | undefined)?.call?.externalId;
}
