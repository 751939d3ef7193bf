import { describe, expect, it } from "vitest";
import { fieldEdits, formField, readField, type FieldValue, type FormField } from "@/components/editor/form/form-fields";
import { applyEdits } from "@/lib/core/text/apply-edits";
import type { JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";

const duration = formField(["call", "durationSeconds"], "number");
const version = formField(["version"], "text");
const customerName = formField(["call", "customer", "name"], "text");

function rootOf(text: string): JsonNode {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.root;
}

const shown = (text: string, field: FormField): FieldValue => readField({ goodText: text, root: rootOf(text) }, field);
const edited = (text: string, field: FormField, value: FieldValue): string => applyEdits(text, fieldEdits(text, rootOf(text), field, value));

describe("fields of the form", () => {
  it.each([
    ["192", 192],
    ["1.50", 1.5],
    ["9007199254740993", "9007199254740993"],
    ["1e400", "1e400"],
    ['"192"', '"192"'],
    ["null", "null"],
    ["[1, 2]", "[1, 2]"],
  ])("show the number %s as what stands in the text, never rounded and never as empty", (source, expected) => {
    expect(shown(`{"call":{"durationSeconds":${source}}}`, duration)).toBe(expected);
  });

  it("show an object in the place of a text as its JSON", () => {
    expect(shown('{"version":{"a": 1}}', version)).toBe('{"a": 1}');
  });

  it("show a missing number as nothing, and a missing text as an empty one", () => {
    expect([shown('{"call":{}}', duration), shown("{}", version)]).toEqual([null, ""]);
  });

  it("rewrite nothing that was not edited, white space and digits included", () => {
    const text = '{ "call" : { "durationSeconds" : 9007199254740993, "customer":{"name":"A\\u006e"} } }';
    expect([edited(text, duration, "9007199254740993"), edited(text, customerName, "An")]).toEqual([text, text]);
  });

  it("write what is typed for a value of the wrong type as the JSON that it is, digit by digit, and else as a text", () => {
    const text = '{"call":{"durationSeconds":"192"}}';
    expect(edited(text, duration, "9007199254740995")).toBe('{"call":{"durationSeconds":9007199254740995}}');
    expect(edited(text, duration, " 193 ")).toBe('{"call":{"durationSeconds":193}}');
    expect(edited(text, duration, "three minutes")).toBe('{"call":{"durationSeconds":"three minutes"}}');
  });

  it("take an emptied member away, and the object around it with its last member, but never the call", () => {
    expect(edited('{"call":{"externalId":"a","customer":{"name":"Ann"}}}', customerName, "")).toBe('{"call":{"externalId":"a"}}');
    expect(edited('{"call":{"durationSeconds":3}}', duration, null)).toBe('{"call":{}}');
  });

  it("make the objects on the way to a new member", () => {
    expect(edited('{"call":{"externalId":"a"}}', customerName, 'O"Neill')).toBe('{"call":{"externalId":"a","customer":{"name":"O\\"Neill"}}}');
  });
});
