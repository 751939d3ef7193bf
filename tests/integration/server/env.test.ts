import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeEnvProblems, ownOrigin, readEnv, SETTING_NAMES } from "@/lib/server/env";
import { testEnv } from "@/tests/support/test-server";

describe("a wrong setting", () => {
  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ["a target that is none", { ZELTO_TARGET: "moonbase-77" }, "ZELTO_TARGET"],
    ["a key with a line break", { ZELTO_API_KEY: "moonbase\n77 secret" }, "ZELTO_API_KEY"],
    ["http to another machine", { ZELTO_BASE_URL: "http://moonbase-77.example" }, "ZELTO_BASE_URL"],
    ["an address with credentials", { ZELTO_BASE_URL: "https://moonbase:77@api.zelto.ai" }, "ZELTO_BASE_URL"],
    ["an address with a query", { ZELTO_BASE_URL: "https://api.zelto.ai/?moonbase=77" }, "ZELTO_BASE_URL"],
    ["an address that is none", { ZELTO_BASE_URL: "moonbase 77" }, "ZELTO_BASE_URL"],
    ["a link template without its place", { ZELTO_DASHBOARD_URL: "https://moonbase-77.example/x" }, "ZELTO_DASHBOARD_URL"],
    ["a link template that runs a script", { ZELTO_DASHBOARD_URL: "javascript:moonbase77({conversationId})" }, "ZELTO_DASHBOARD_URL"],
    ["a database", { DATABASE_URL: "postgres://moonbase:77@db/intake" }, "DATABASE_URL"],
    ["a port that is a word", { PORT: "moonbase77" }, "PORT"],
    ["a port out of range", { PORT: "77777" }, "PORT"],
    ["port 0", { PORT: "0" }, "PORT"],
    ["a host with a path", { HOST: "moonbase/77" }, "HOST"],
    ["a wider host without a token", { HOST: "0.0.0.0" }, "HOST"],
    ["allowed hosts with a scheme", { ALLOWED_HOSTS: "https://moonbase-77" }, "ALLOWED_HOSTS"],
    ["a short token", { ACCESS_TOKEN: "moonbase77" }, "ACCESS_TOKEN"],
    ["a token with blanks", { ACCESS_TOKEN: "moonbase 77 moonbase 77" }, "ACCESS_TOKEN"],
    ["a log level that is none", { LOG_LEVEL: "moonbase77" }, "LOG_LEVEL"],
  ];
  test.each(wrong)("is told by name and never by value: %s", (_what, settings, name) => {
    const read = readEnv(settings);
    expect(read.ok).toBe(false);
    const problems = read.ok ? [] : read.error;
    expect(problems.map((problem) => problem.name)).toEqual([name]);
    expect(describeEnvProblems(problems)).toMatch(new RegExp(`^${name}: expected .+\\.$`));
    expect(describeEnvProblems(problems)).not.toMatch(/moonbase|77777/);
  });

  test("stands beside all other wrong ones", () => {
    const read = readEnv({ PORT: "x", LOG_LEVEL: "x", ZELTO_TARGET: "x" });
    expect(read.ok ? [] : read.error.map(({ name }) => name).sort()).toEqual(["LOG_LEVEL", "PORT", "ZELTO_TARGET"]);
  });
});

describe("the target", () => {
  test.each([
    [{}, "sandbox"],
    [{ ZELTO_API_KEY: "zk_1234567890" }, "live"],
    [{ ZELTO_API_KEY: "zk_1234567890", ZELTO_TARGET: "sandbox" }, "sandbox"],
    [{ ZELTO_TARGET: "live" }, "live"],
    [{ ZELTO_API_KEY: "" }, "sandbox"],
  ])("of %j is %s", (settings, target) => {
    expect(testEnv(settings).target).toBe(target);
  });
});

test("defaults to this machine only, on port 3000, without sign-in", () => {
  const { host, port, accessToken, liveBaseUrl, logLevel } = testEnv();
  expect({ host, port, accessToken, liveBaseUrl, logLevel }).toEqual({ host: "127.0.0.1", port: 3000, accessToken: null, liveBaseUrl: "https://api.zelto.ai", logLevel: "warn" });
});

test("takes http for the live address on loopback, and a wider host with a token", () => {
  expect(testEnv({ ZELTO_BASE_URL: "http://127.0.0.1:9000/" }).liveBaseUrl).toBe("http://127.0.0.1:9000");
  expect(testEnv({ HOST: "0.0.0.0", ACCESS_TOKEN: "sixteen-chars-ok" }).host).toBe("0.0.0.0");
});

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
  ["localhost", "http://localhost:3000"],
])("is reached by itself, listening on %s, at %s", (host, origin) => {
  expect(ownOrigin({ host, port: 3000 })).toBe(origin);
});

test("explains every setting in .env.example, and no other", () => {
  const text = readFileSync(".env.example", "utf8");
  const named = [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual([...SETTING_NAMES].sort());
});
