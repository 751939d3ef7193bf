import { describe, expect, test } from "vitest";
import { editsOfAct, versionOfPrompt, type TextAct } from "@/lib/core/bulk/bulk-edits";
import { applyEdits } from "@/lib/core/text/apply-edits";
import { parseJson } from "@/lib/core/text/scan-json";

function after(text: string, act: TextAct): string {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const edits = editsOfAct(text, parsed.value.root, act);
  return edits.ok ? applyEdits(text, edits.value) : edits.error;
}
const agent = (externalId: string, name: string | null = null): TextAct => ({ kind: "set-agent", externalId, name });
const replace = (find: string, by: string, options: { readonly matchCase?: boolean; readonly wholeWord?: boolean } = {}): TextAct => ({
  kind: "replace-text",
  find,
  replace: by,
  matchCase: options.matchCase ?? false,
  wholeWord: options.wholeWord ?? false,
});
const turns = (...contents: readonly string[]): string => `{"transcript":{"turns":[${contents.map((json) => `{"role":"user","content":${json}}`).join(",")}]}}`;

describe("setting the agent", () => {
  test("takes agentId away, which would win, and the earlier agent's name", () => {
    expect(after('{"agentId":"x","agent":{"externalId":"old","name":"Old"},"n":1e400}', agent("new"))).toBe('{"agent":{"externalId":"new"},"n":1e400}');
  });
  test("keeps the name where the agent stays the same", () => {
    const text = '{"agent":{"name":"Bot","externalId":"bot"}}';
    expect(after(text, agent("bot"))).toBe(text);
  });
  test("writes the name that is given", () => {
    expect(after('{"agent":{"externalId":"a"}}', agent("b", "Bee"))).toBe('{"agent":{"externalId":"b","name":"Bee"}}');
  });
  test("makes an agent where there is none, or a null", () => {
    expect(after('{"call":{}}', agent("b"))).toBe('{"call":{},"agent":{"externalId":"b"}}');
    expect(after('{"agent":null}', agent("b"))).toBe('{"agent":{"externalId":"b"}}');
  });
  test("leaves a call alone where a text stands in the agent's place", () => {
    expect(after('{"agent":"bot"}', agent("b"))).toBe("in-the-way");
  });
});

describe("simple fields", () => {
  test.each<[TextAct, string, string]>([
    [{ kind: "set-version", version: "v2" }, '{"version":"v1"}', '{"version":"v2"}'],
    [{ kind: "set-version", version: null }, '{"version":"v1","z":-0}', '{"z":-0}'],
    [{ kind: "set-version", version: null }, '{"z":1}', '{"z":1}'],
    [{ kind: "set-customer-number", number: "+15550100" }, '{"call":{"externalId":"a"}}', '{"call":{"externalId":"a","customer":{"number":"+15550100"}}}'],
    [{ kind: "set-customer-name", name: "Ann" }, '{"call":{"customer":{"name":"Bo"}}}', '{"call":{"customer":{"name":"Ann"}}}'],
    [{ kind: "set-metadata", key: "a.b", value: "1" }, '{"z":1}', '{"z":1,"metadata":{"a.b":"1"}}'],
    [{ kind: "set-metadata", key: "k", value: "1" }, '{"metadata":{"k":7}}', '{"metadata":{"k":"1"}}'],
    [{ kind: "set-metadata", key: "k", value: "1" }, '{"metadata":[1]}', "in-the-way"],
    [{ kind: "set-external-id", externalId: 'a"b' }, '{"call":{"externalId":"x"}}', '{"call":{"externalId":"a\\"b"}}'],
  ])("%j", (act, before, expected) => {
    expect(after(before, act)).toBe(expected);
  });
  test("keep the bytes of a value that is the same in other escapes", () => {
    const text = '{"version":"v\\u0031"}';
    expect(after(text, { kind: "set-version", version: "v1" })).toBe(text);
  });
});

describe("the version of a prompt", () => {
  test("is prompt- and the first 12 digits of its SHA-256", () => {
    // printf 'abc' | sha256sum, as in FIPS 180-4
    expect(versionOfPrompt("abc")).toBe("prompt-ba7816bf8f01");
    expect(after('{"systemPrompt":"abc"}', { kind: "derive-version" })).toBe('{"systemPrompt":"abc","version":"prompt-ba7816bf8f01"}');
  });
  test.each(['{"systemPrompt":" "}', "{}", '{"systemPrompt":7}'])("is not made up for %s", (text) => {
    expect(after(text, { kind: "derive-version" })).toBe("no-prompt");
  });
});

describe("find and replace", () => {
  test("changes the found words and no other byte of the string, whatever its escapes", () => {
    expect(after(turns('"caf\\u00e9 Rom\\ne \\ud83d\\ude00 rom"'), replace("rom", "Paris"))).toBe(turns('"caf\\u00e9 Paris\\ne \\ud83d\\ude00 Paris"'));
  });
  test("finds what is written in escapes, and writes quotes as JSON", () => {
    expect(after(turns('"caf\\u00e9"'), replace("é", '"'))).toBe(turns('"caf\\""'));
  });
  test("looks in the text of turns only", () => {
    const text = '{"call":{"externalId":"rom"},"transcript":{"turns":[{"role":"rom","content":"x"}]}}';
    expect(after(text, replace("rom", "x"))).toBe(text);
  });
  test("keeps to the case where it is told to", () => {
    expect(after(turns('"Rom rom"'), replace("rom", "x", { matchCase: true }))).toBe(turns('"Rom x"'));
  });
  test("finds whole words only where it is told to, in any script", () => {
    expect(after(turns('"rom aroma rom2 rom. ärom rom"'), replace("rom", "x", { wholeWord: true }))).toBe(turns('"x aroma rom2 x. ärom x"'));
  });
  test.each([".", "a.c", "(", "[a]", "$&", "\\d", "a-b", "/"])("takes %j for what it is", (find) => {
    expect(after(turns(JSON.stringify(`1 ${find} abc 2`)), replace(find, "$&$1"))).toBe(turns('"1 $&$1 abc 2"'));
  });
  test("changes every turn in one sequence", () => {
    expect(after(turns('"a a"', '"b"', '"a"'), replace("a", "long"))).toBe(turns('"long long"', '"b"', '"long"'));
  });
});
