import { describe, expect, it } from "vitest";
import { fieldEdits, type FieldValue, type FormField } from "@/components/editor/form/form-fields";
import { addEdits, keyEdits, readMetadata, removeEdits, valueEdits, type MetadataRow } from "@/components/editor/form/metadata-rows";
import { FORM_SECTIONS } from "@/components/editor/form/sections";
import { applyEdits } from "@/lib/core/text/apply-edits";
import type { JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";
import type { TextEdit } from "@/lib/core/text/text-edit";

/** Odd white space, an escape, a number past 2^53 and one in exponents: all of it has to survive any edit beside it. */
const CALL = `{
  "agent": { "externalId": "booking", "name": "Booking" },
  "call": {
    "externalId": "call-1",
    "durationSeconds": 192,
    "cost":   0.10,
    "customer": { "number": "+43 1 234", "name": "A\\u006ena" }
  },
  "metadata": { "order": 9007199254740993, "score": 1.50e+2, "note": "caf\\u00e9" }
}
`;

function rootOf(text: string): JsonNode {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.root;
}

function field(label: string): FormField {
  const found = FORM_SECTIONS.flatMap(({ fields }) => fields).find((candidate) => candidate.label === label);
  if (found === undefined) throw new Error(`The form has no field ${label}`);
  return found;
}

const editsOf = (label: string, value: FieldValue, text = CALL): readonly TextEdit[] => fieldEdits(text, rootOf(text), field(label), value);
const edited = (label: string, value: FieldValue, text = CALL): string => applyEdits(text, editsOf(label, value, text));

describe("the form's fields", () => {
  it("are those of the product, by the names that people hear", () => {
    expect(FORM_SECTIONS.flatMap(({ fields }) => fields.map(({ label }) => label))).toEqual([
      "Agent external ID",
      "Agent ID",
      "Agent name",
      "Version",
      "Call external ID",
      "Started at",
      "Ended at",
      "Duration (seconds)",
      "Cost (USD)",
      "Ended reason",
      "Recording URL",
      "Customer number",
      "Customer name",
      "System prompt",
    ]);
  });

  it("have names without dots, which react-hook-form would read as paths", () => {
    const names = FORM_SECTIONS.flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(names.filter((name) => name.includes("."))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("an edit of one field", () => {
  it.each<[string, FieldValue, string, string]>([
    ["Agent name", "Bookings", '"Booking"', '"Bookings"'],
    ["Call external ID", 'call "2"\n', '"call-1"', '"call \\"2\\"\\n"'],
    ["Duration (seconds)", 193, "192", "193"],
    ["Cost (USD)", 0.25, "0.10", "0.25"],
    ["Customer name", "Anne", '"A\\u006ena"', '"Anne"'],
  ])("of %s replaces its value and no other byte", (label, value, removed, inserted) => {
    expect(editsOf(label, value)).toEqual([{ offset: CALL.indexOf(removed), removed, inserted }]);
  });

  it.each<[string, FieldValue]>([
    ["Agent name", "Booking"],
    ["Customer name", "Anna"],
    ["Cost (USD)", 0.1],
    ["Version", ""],
    ["Started at", ""],
    ["System prompt", ""],
  ])("of %s is none where the value is the one that is there, however it is written", (label, value) => {
    expect(editsOf(label, value)).toEqual([]);
  });

  it("keeps 9007199254740993, 1.50e+2 and every escape elsewhere as they are written", () => {
    for (const [label, value] of [["Version", "7"], ["Agent external ID", ""], ["Duration (seconds)", null], ["Started at", "2026-03-02T09:30:00Z"]] as const) {
      const after = edited(label, value);
      expect(after, label).not.toBe(CALL);
      expect(after, label).toContain('"metadata": { "order": 9007199254740993, "score": 1.50e+2, "note": "caf\\u00e9" }');
      expect(after, label).toContain('"A\\u006ena"');
    }
  });

  it("keeps a number past 2^53 in the field itself until another is typed", () => {
    const text = '{"call":{"durationSeconds":9007199254740993,"cost":1e400}}';
    expect(edited("Duration (seconds)", "9007199254740993", text)).toBe(text);
    expect(edited("Cost (USD)", "1e400", text)).toBe(text);
    expect(edited("Duration (seconds)", "9007199254740995", text)).toBe('{"call":{"durationSeconds":9007199254740995,"cost":1e400}}');
  });
});

describe("an emptied field", () => {
  it("takes its member away with comma and line", () => {
    expect(edited("Duration (seconds)", null)).toBe(CALL.replace('"durationSeconds": 192,\n    ', ""));
    expect(edited("Agent name", "")).toBe(CALL.replace(', "name": "Booking"', ""));
  });

  it("takes the object around it away when it was the last member", () => {
    const withoutName = edited("Agent name", "");
    expect(edited("Agent external ID", "", withoutName)).toBe(CALL.replace('"agent": { "externalId": "booking", "name": "Booking" },\n  ', ""));
    const withoutNumber = edited("Customer number", "");
    expect(JSON.parse(edited("Customer name", "", withoutNumber))).toMatchObject({ call: { externalId: "call-1", durationSeconds: 192, cost: 0.1 } });
    expect(edited("Customer name", "", withoutNumber)).not.toContain("customer");
  });

  it("leaves the object where something else stands in it, even something the form does not show", () => {
    expect(edited("Agent external ID", "", '{"agent":{"externalId":"a","colour":null},"call":{}}')).toBe('{"agent":{"colour":null},"call":{}}');
  });

  it("leaves the call, which Zelto needs, and the root", () => {
    expect(edited("Call external ID", "", '{"call":{"externalId":"a"}}')).toBe('{"call":{}}');
    expect(edited("Customer name", "", '{"call":{"customer":{"name":"Ann"}}}')).toBe('{"call":{}}');
    expect(edited("Version", "", '{"version":"7"}')).toBe("{}");
  });
});

describe("rows of metadata", () => {
  const rowOf = (key: string, text = CALL): MetadataRow => {
    const row = readMetadata(text, rootOf(text))?.find((candidate) => candidate.key === key);
    if (row === undefined) throw new Error(`No row ${key}`);
    return row;
  };
  const valued = (key: string, typed: string): string => applyEdits(CALL, valueEdits(CALL, rootOf(CALL), rowOf(key), typed));

  it("show texts as they read and all else as it is written, in the order of the source", () => {
    expect(readMetadata(CALL, rootOf(CALL))).toEqual([
      { key: "order", value: "9007199254740993", isText: false },
      { key: "score", value: "1.50e+2", isText: false },
      { key: "note", value: "café", isText: true },
    ]);
  });

  it("are none without metadata, and unknown where it is no object", () => {
    expect(readMetadata("{}", rootOf("{}"))).toEqual([]);
    expect(readMetadata('{"metadata":[1]}', rootOf('{"metadata":[1]}'))).toBeNull();
  });

  it("are not rewritten by leaving a field as it was", () => {
    for (const key of ["order", "score", "note"]) expect(valued(key, rowOf(key).value), key).toBe(CALL);
  });

  it("keep JSON as JSON while it is JSON, digit by digit, and a text as a text", () => {
    expect(valued("order", "9007199254740995")).toBe(CALL.replace("9007199254740993", "9007199254740995"));
    expect(valued("order", "A-17")).toBe(CALL.replace("9007199254740993", '"A-17"'));
    expect(valued("note", "12")).toBe(CALL.replace('"caf\\u00e9"', '"12"'));
  });

  it("take another key, and keep theirs where the new one is empty or taken", () => {
    const renamed = (typed: string): string => applyEdits(CALL, keyEdits(CALL, rootOf(CALL), rowOf("order"), typed));
    expect(renamed("order id")).toBe(CALL.replace('"order"', '"order id"'));
    expect([renamed(""), renamed("note"), renamed("order")]).toEqual([CALL, CALL, CALL]);
  });

  it("go one by one, and the metadata with the last", () => {
    expect(applyEdits(CALL, removeEdits(CALL, rootOf(CALL), "score"))).toBe(CALL.replace('"score": 1.50e+2, ', ""));
    const one = '{"call":{},"metadata":{"a":1}}';
    expect(applyEdits(one, removeEdits(one, rootOf(one), "a"))).toBe('{"call":{}}');
    const twice = '{"call":{},"metadata":{"a":1,"a":2}}';
    expect(applyEdits(twice, removeEdits(twice, rootOf(twice), "a"))).toBe('{"call":{}}');
  });

  it("are added under a free name, with the metadata where there is none", () => {
    expect(applyEdits('{"call":{}}', addEdits('{"call":{}}', rootOf('{"call":{}}')))).toBe('{"call":{},"metadata":{"key":""}}');
    const taken = '{"metadata":{"key":1,"key2":2}}';
    expect(applyEdits(taken, addEdits(taken, rootOf(taken)))).toBe('{"metadata":{"key":1,"key2":2,"key3":""}}');
  });
});

describe("an emptied field whose keys are there twice", () => {
  const cleared = (text: string): string => applyEdits(text, fieldEdits(text, rootOf(text), field("Customer name"), ""));

  it("takes the object along where nothing but that field was in it, in all its places", () => {
    expect(cleared('{"call":{"externalId":"c","customer":{"name":"A","name":"B"}}}')).toBe('{"call":{"externalId":"c"}}');
  });

  it("leaves the object where its own key is there twice: the other one is not the form's to take", () => {
    expect(cleared('{"call":{"customer":{"number":"+1"},"customer":{"name":"B"}}}')).toBe('{"call":{"customer":{"number":"+1"},"customer":{}}}');
  });
});
