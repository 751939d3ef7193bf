import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { structureFingerprint } from "@/lib/core/shapes/generic/structure-fingerprint";
import { rootOf } from "../../problems/report-of";

const fingerprint = (value: unknown): string => structureFingerprint(rootOf(JSON.stringify(value)));
/** Values of one structure: the keys stay, the leaves and the lengths of lists vary. */
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const record = fc.record({ id: leaf, "": leaf, info: fc.record({ from: leaf }), turns: fc.array(fc.record({ who: leaf, said: fc.record({ text: leaf }) }), { minLength: 1, maxLength: 12 }) });

describe("the fingerprint of a record's structure", () => {
  it("is the same whatever the values are and however many turns there are", () => {
    fc.assert(fc.property(record, record, (left, right) => { expect(fingerprint(left)).toBe(fingerprint(right)); }), { seed: 7, numRuns: 100 });
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(record, (value) => { expect(fingerprint(Object.fromEntries(Object.entries(value).reverse()))).toBe(fingerprint(value)); }),
      { seed: 7, numRuns: 100 },
    );
  });

  it("changes with a key more, a key less, and a key one level further in", () => {
    fc.assert(
      fc.property(record, fc.string(), (value, key) => {
        fc.pre(!Object.hasOwn(value, key) && key !== "__proto__");
        const own = fingerprint(value);
        expect(fingerprint({ ...value, [key]: 1 })).not.toBe(own);
        expect(fingerprint({ id: value.id, info: value.info, turns: value.turns })).not.toBe(own);
        expect(fingerprint({ ...value, info: { ...value.info, [key]: { from: 1 } } })).not.toBe(own);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it("tells a list from an object with the same keys, and keys that are joined from keys that are nested", () => {
    const all = [{ a: { b: 1 } }, { "a\u0000b": 1, a: 1 }, { "a.b": 1 }, [{ a: { b: 1 } }], { a: [{ b: 1 }] }, {}, [], 1];
    expect(new Set(all.map(fingerprint)).size).toBeGreaterThanOrEqual(6);
    expect(fingerprint({ a: [{ b: 1 }] })).not.toBe(fingerprint({ a: { b: 1 } }));
  });

  it("looks at keys six levels down and no deeper", () => {
    const deep = (key: string): unknown => ({ a: { b: { c: { d: { e: { f: { [key]: 1 } } } } } } });
    expect(fingerprint(deep("x"))).toBe(fingerprint(deep("x")));
    const deeper = (key: string): unknown => ({ z: deep(key) });
    expect(fingerprint(deeper("x"))).toBe(fingerprint(deeper("y")));
  });

  it("is 16 hexadecimal digits", () => {
    expect(fingerprint({ a: 1 })).toMatch(/^[0-9a-f]{16}$/);
  });
});
