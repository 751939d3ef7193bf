import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curlCode } from "@/components/editor/request/request-code";

describe("the copy of a body that begins with @", () => {
  it("sends the body itself and never the file that curl would read for it", () => {
    const body = "@/etc/hostname";
    const stub = `curl() { printf '%s\\0' "$@"; printf 'INPUT\\0'; cat; }\n`;
    const output = execFileSync("bash", ["-c", `${stub}${curlCode({ url: "https://api.zelto.ai/webhooks/calls", provider: "zelto", body })}`], { stdio: ["ignore", "pipe", "pipe"] }).toString("utf8");
    const [given = "", input] = output.split("INPUT\0");
    expect(given.split("\0").at(-2)).toBe("@-");
    expect(input).toBe(body);
  });
});
