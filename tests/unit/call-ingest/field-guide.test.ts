import { describe, expect, it } from "vitest";
import { FIELD_GUIDE, fieldAt, fieldsIn, keyOf, patternOf } from "@/lib/core/call-ingest/field-guide";
import { fieldElsewhere, nearestKey } from "@/lib/core/call-ingest/nearest-field";
import facts from "../../fixtures/zelto/operations.json";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
}

/** Every field of the vendor's schema with its limits: `pattern required min max`. */
function vendorFields(schema: Schema, pattern: string, required: boolean): readonly string[] {
  const defs = facts.$defs as unknown as Readonly<Record<string, Schema>>;
  const target = schema.$ref === undefined ? schema : defs[schema.$ref.replace("#/$defs/", "")];
  if (target === undefined) throw new Error(`The fixture has no ${schema.$ref ?? ""}`);
  const own = pattern === "" ? [] : [`${pattern} ${required} ${target.minLength ?? target.minimum ?? target.minItems ?? "-"} ${target.maxLength ?? "-"}`];
  const members = Object.entries(target.properties ?? {}).flatMap(([key, child]) =>
    vendorFields(child, pattern === "" ? key : `${pattern}.${key}`, target.required?.includes(key) ?? false),
  );
  return [...own, ...members, ...(target.items ? vendorFields(target.items, `${pattern}[]`, false) : [])];
}

describe("the field guide", () => {
  it("holds each field of the vendor's schema with the vendor's limits, and no other", () => {
    // Floors of our own (no text longer than a whole call, 20,000 turns, no least length) are not the vendor's.
    const ours = FIELD_GUIDE.map(({ pattern, required, min, max }) => {
      const isText = max !== undefined && pattern !== "transcript.turns";
      return `${pattern} ${required} ${min === undefined || (isText && min === 0) ? "-" : min} ${max === undefined || max >= 20_000 ? "-" : max}`;
    });
    const vendor = vendorFields({ $ref: "#/$defs/CallIngest" }, "", false);
    expect(vendor.length).toBeGreaterThan(20);
    expect([...ours].sort()).toEqual([...vendor].sort());
  });

  it("finds a field by its path, whatever the place in a list", () => {
    expect(fieldAt(["transcript", "turns", 6, "role"])?.label).toBe("Role");
    expect(fieldAt(["call", "recordingUrl"])?.max).toBe(2048);
    expect(fieldAt(["metadata", "anything"])).toBeUndefined();
    expect(fieldAt(["call.externalId"])).toBeUndefined();
    expect(fieldAt([])).toBeUndefined();
  });

  it("lists what an object may hold", () => {
    expect(fieldsIn(["call", "customer"]).map(keyOf)).toEqual(["number", "name"]);
    expect(fieldsIn([]).map(keyOf)).toEqual(["agent", "agentId", "version", "call", "transcript", "systemPrompt", "metadata"]);
    expect(fieldsIn(["transcript", "turns", 3]).map(keyOf)).toEqual(["role", "content", "startSeconds", "endSeconds"]);
    expect(fieldsIn(["metadata"])).toEqual([]);
    expect(patternOf(["transcript", "turns", 3, "role"])).toBe("transcript.turns[].role");
  });

  it("says in one sentence what each field is for", () => {
    for (const { help } of FIELD_GUIDE) expect(help).toMatch(/^[A-Z].{8,90}[.]$/);
  });
});

describe("the nearest name", () => {
  it.each([
    ["recording_url", ["call"], "recordingUrl"],
    ["RecordingURL", ["call"], "recordingUrl"],
    ["recordingUlr", ["call"], "recordingUrl"],
    ["startetAt", ["call"], "startedAt"],
    ["text", ["transcript", "turns", 4], "content"],
    ["start_time", ["transcript", "turns", 4], "startSeconds"],
    ["speaker", ["transcript", "turns", 4], "role"],
    ["messages", ["transcript"], "turns"],
    ["phone", ["call", "customer"], "number"],
    ["prompt", [], "systemPrompt"],
    ["id", ["agent"], "externalId"],
    ["cal", [], null],
    ["campaign", [], null],
    ["constructor", [], null],
    ["constructor", ["constructor"], null],
    ["x".repeat(5000), [], null],
  ])("of %s in %j is %s", (key, parent, name) => {
    expect(nearestKey(key, parent)).toBe(name);
  });

  it.each([
    ["recordingUrl", [], ["call", "recordingUrl"]],
    ["startedAt", ["transcript"], ["call", "startedAt"]],
    ["number", [], ["call", "customer", "number"]],
    ["name", [], null],
    ["externalId", [], null],
    ["version", [], null],
    ["cost", ["transcript", "turns", 2], null],
    ["role", [], null],
  ])("elsewhere of %s in %j is %j", (key, parent, path) => {
    expect(fieldElsewhere(key, parent)).toEqual(path);
  });
});
