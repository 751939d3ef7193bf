import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curlCode } from "@/components/editor/request/request-code";

describe("the copy of a long request", () => {
  it("sends a body that is too long for one argument through standard input, to the byte", () => {
    const body = `{"content":"${"it's é ".repeat(30_000)}"}`;
    const stub = `curl() { printf '%s\\0' "$@"; printf 'INPUT\\0'; cat; }\n`;
    const output = execFileSync("sh", { input: `${stub}${curlCode({ url: "https://api.zelto.ai/webhooks/calls", provider: "zelto", body })}\n`, maxBuffer: 1 << 24 }).toString("utf8");
    const [given = "", input] = output.split("INPUT\0");
    expect(given.split("\0").at(-2)).toBe("@-");
    expect(input).toBe(body);
  });

  it("keeps a short body in the command itself", () => {
    expect(curlCode({ url: "https://api.zelto.ai/webhooks/calls", provider: "zelto", body: '{"a":1}' })).toContain(`--data-binary '{"a":1}'`);
  });
});
