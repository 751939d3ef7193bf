import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curlCode, fetchCode, pythonCode } from "@/components/editor/request/request-code";

const HOSTILE = '{"a":"it\'s $HOME `id` \\"x\\" \\\\ !! %s"}\r\n\t\u2028é😀 $(touch /tmp/x) \\ud83d';
const parts = { url: "http://127.0.0.1:3000/api/sandbox/webhooks/calls", provider: "zelto", body: HOSTILE };

describe("copies of the request", () => {
  it("carry the exact body through a shell", () => {
    const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${curlCode(parts)}`;
    const given = execFileSync("bash", ["-c", script], { env: { ...process.env, ZELTO_API_KEY: "k" } }).toString("utf8").split("\0");
    expect(given.slice(0, -1)).toEqual([
      "-sS", "-X", "POST", "http://127.0.0.1:3000/api/sandbox/webhooks/calls",
      "-H", "Authorization: Bearer k", "-H", "Content-Type: application/json", "-H", "X-Zelto-Provider: zelto",
      "--data-binary", HOSTILE,
    ]);
  });

  it("carry the exact body through Node", () => {
    const script = `globalThis.fetch = async (url, init) => { process.stdout.write(init.body); return { status: 200, text: async () => "" }; };\nconsole.log = () => {};\n${fetchCode(parts)}`;
    const given = execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: { ...process.env, ZELTO_API_KEY: "k" } }).toString("utf8");
    expect(given).toBe(HOSTILE);
  });

  it("write a body for Python in ASCII, code points beyond the first plane whole", () => {
    const code = pythonCode({ ...parts, body: '{"a":"é😀"}' });
    expect(code).toContain('data="{\\"a\\":\\"\\u00e9\\U0001f600\\"}".encode("utf-8")');
    expect(/^[\x0a\x20-\x7e]*$/.test(code)).toBe(true);
  });

  it("never hold a key: each reads ZELTO_API_KEY where it runs", () => {
    expect([curlCode(parts), fetchCode(parts), pythonCode(parts)].map((code) => code.includes("ZELTO_API_KEY"))).toEqual([true, true, true]);
  });
});
