import { expect, test } from "vitest";
import { parseJson } from "@/lib/core/text/scan-json";
import { readFieldErrors } from "@/lib/core/uploads/field-errors";

const parsed = parseJson('{"agentId":"x","call":{"externalId":""},"transcript":{"turns":[{"role":"user","content":"a"},{"role":"robot","content":""}]},"metadata":{"a.b":1}}');
const root = parsed.ok ? parsed.value.root : undefined;
const read = (details: unknown) => readFieldErrors(details, root).map(({ path, message }) => [path.join("/"), message]);

const FORMS: readonly (readonly [string, unknown])[] = [
  ["keys in dotted form", { "call.externalId": ["Too short"], "transcript.turns[1].role": ["Not a role"] }],
  ["keys with dotted indexes", { "call.externalId": "Too short", "transcript.turns.1.role": "Not a role" }],
  ["JSON pointers", { "/call/externalId": "Too short", "/transcript/turns/1/role": "Not a role" }],
  ["nested objects", { call: { externalId: "Too short" }, transcript: { turns: { "1": { role: ["Not a role"] } } } }],
  ["a list of path and message", [{ path: "call.externalId", message: "Too short" }, { path: ["transcript", "turns", 1, "role"], message: "Not a role" }]],
  ["a list under issues", { issues: [{ code: "too_small", path: ["call", "externalId"], message: "Too short" }, { path: ["transcript", "turns", 1, "role"], message: "Not a role" }] }],
  ["a list of field and message", { errors: [{ field: "call.externalId", message: "Too short" }, { field: "transcript.turns[1].role", message: "Not a role" }] }],
  ["ajv's form", [{ instancePath: "/call/externalId", message: "Too short" }, { instancePath: "/transcript/turns/1/role", message: "Not a role" }]],
  ["a body prefix", [{ loc: ["body", "call", "externalId"], message: "Too short" }, { loc: ["body", "transcript", "turns", 1, "role"], message: "Not a role" }]],
  ["zod's formatted form", { _errors: [], call: { _errors: [], externalId: { _errors: ["Too short"] } }, transcript: { turns: { "1": { role: { _errors: ["Not a role"] } } } } }],
  [
    "zod's tree form",
    { errors: [], properties: { call: { errors: [], properties: { externalId: { errors: ["Too short"] } } }, transcript: { errors: [], properties: { turns: { errors: [], items: [null, { errors: [], properties: { role: { errors: ["Not a role"] } } }] } } } } },
  ],
];
test.each(FORMS)("reads %s", (_form, details) => {
  expect(read(details)).toEqual([
    ["call/externalId", "Too short"],
    ["transcript/turns/1/role", "Not a role"],
  ]);
});

test("reads zod's flattened form", () => {
  expect(read({ formErrors: ["Give an agent"], fieldErrors: { call: ["Invalid"], agentId: ["Not a UUID"] } })).toEqual([
    ["", "Give an agent"],
    ["call", "Invalid"],
    ["agentId", "Not a UUID"],
  ]);
});

test("keeps a required field that is not there, as long as its parent is", () => {
  expect(read({ "call.startedAt": "Required" })).toEqual([["call/startedAt", "Required"]]);
});

test("keeps what leads nowhere in the body at its root, with the words of its path", () => {
  expect(read({ "agent.externalId": "Required", "transcript.turns[9].role": "Required" })).toEqual([
    ["", "agent.externalId: Required"],
    ["", "transcript.turns.9.role: Required"],
  ]);
  expect(readFieldErrors({ call: "Required" }, undefined)).toEqual([{ path: [], message: "call: Required" }]);
});

test("says the same thing about the same place once", () => {
  expect(read([{ path: "agentId", message: "Bad" }, { path: "agentId", message: "Bad" }])).toEqual([["agentId", "Bad"]]);
});

test("bounds what an answer can make us keep", () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, "Bad"]));
  expect(readFieldErrors(many, root)).toHaveLength(200);
  let deep: unknown = "Bad";
  for (let level = 0; level < 5_000; level += 1) deep = { call: deep };
  expect(readFieldErrors(deep, root)).toEqual([]);
  expect(read({ agentId: "m".repeat(1_000) })[0]?.[1]).toHaveLength(300);
});

test.each([null, undefined, 7, true, "", [], {}])("%j names no field", (details) => {
  expect(readFieldErrors(details, root)).toEqual([]);
});
