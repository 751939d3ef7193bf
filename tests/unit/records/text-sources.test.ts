import { describe, expect, it } from "vitest";
import { createSplitter } from "@/lib/core/records/create-splitter";
import type { SplitEvent } from "@/lib/core/records/split-event";

function events(text: string): { readonly kind: string | null; readonly found: readonly SplitEvent[] } {
  const splitter = createSplitter({ sourceName: "paste" });
  const found = [...splitter.push(text), ...splitter.end()];
  return { kind: splitter.kind, found };
}

const only = (text: string): SplitEvent | undefined => events(text).found[0];

describe("a cURL command", () => {
  const body = '{"call":{"externalId":"it\'s \\"1\\""}}';
  const inSingle = body.replaceAll("'", `'\\''`);
  const inDouble = body.replaceAll("\\", "\\\\").replaceAll('"', '\\"');

  it.each([
    ["single quotes", `curl -X POST https://api.example/x -H 'content-type: application/json' -d '${inSingle}'`],
    ["double quotes", `curl https://api.example/x --data "${inDouble}"`],
    ["continued lines", `$ curl 'https://api.example/x' \\\n  -H 'accept: */*' \\\n  --data-raw '${inSingle}' \\\n  --compressed`],
    ["a body that is attached", `curl -d'${inSingle}' https://api.example/x`],
    ["an equals sign", `curl --json='${inSingle}' https://api.example/x`],
    ["ANSI quotes", `curl --data-binary $'${body.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}' https://api.example/x`],
    ["Windows quotes", `curl ^"https://api.example/x^" ^\r\n  -H ^"accept: */*^" ^\r\n  --data-raw ^"${inDouble.replaceAll('"', '^"').replaceAll("\\^", "^\\^")}^"`],
  ])("gives its body, with %s", (_name, command) => {
    const { kind, found } = events(command);
    expect(kind).toBe("curl");
    expect(found).toMatchObject([{ type: "record", record: { path: "", line: 1, column: null, text: body } }]);
  });

  it("names the kinds of headers that were left out and no value of them", () => {
    const event = only(`curl -H 'Authorization: Bearer sk-test-1234567890abcdef' -H "x-api-key: k-99" -b 'sid=7' -d '{"a":1}' https://api.example/x`);
    expect(event).toMatchObject({ record: { notes: ["The body of a pasted cURL command was taken.", "The request's headers were left out; they held an authorization header and cookies and a key."] } });
    expect(JSON.stringify(event)).not.toMatch(/sk-test|k-99|sid=7/);
  });

  it("gives the items of a list", () => {
    expect(events(`curl x -d '[{"a":1},{"b":2}]'`).found).toMatchObject([{ record: { path: "[0]", text: '{"a":1}' } }, { record: { path: "[1]" } }]);
  });

  it("is explained where its body is in a file, is broken or is not there", () => {
    expect(only("curl x -d @call.json")).toMatchObject({ type: "failure", failure: { message: "paste is a cURL command that reads its body from the file call.json, which a browser cannot open. Nothing was taken in. Drop that file here instead." }, text: null });
    expect(only("curl x -d '{\"a\":1,}'")).toMatchObject({ type: "failure", failure: { code: "syntax" }, text: '{"a":1,}' });
    expect(only("curl https://api.example/x")).toMatchObject({ type: "failure", failure: { message: "paste is a cURL command that sends no body. Nothing was taken in." } });
  });
});

describe("a text that is no JSON", () => {
  it.each(["Agent: Hello, how can I help?\nCustomer: My order is late.\nAgent: Let me look.\n", "[00:01] Agent: Hello\n[00:04] Customer: Hi, my order is late\n[00:09] Agent: Let me look\n"])("is one record where its format is known: %s", (text) => {
    expect(events(text)).toMatchObject({ kind: "text", found: [{ type: "record", record: { path: "", line: 1, text } }] });
  });

  it.each([
    ["an opening brace", '{"a": soon}'],
    ["an opening bracket", '[{"a":1} {"b":2}]'],
    ["a value with log text round it", '12:00:01 INFO got: {"call":{"externalId":"c"}} done'],
    ["a code fence", '```json\n{"call":{"externalId":"c"}}\n```'],
    ["a quote that never closes", '"{\\"a\\":1}'],
  ])("is broken JSON, with its text for a repair, where it has %s", (_name, text) => {
    expect(events(text).found).toMatchObject([{ type: "failure", failure: { code: "syntax" }, text }]);
  });

  it("is refused with the place where no format is known", () => {
    expect(only("lorem ipsum")).toMatchObject({ type: "failure", failure: { problem: { line: 1, column: 1 } } });
  });
});
