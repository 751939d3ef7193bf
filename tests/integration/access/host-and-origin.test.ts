import { describe, expect, test } from "vitest";
import { isOwnHost } from "@/lib/server/access/check-host";
import { checkOrigin } from "@/lib/server/access/check-origin";
import { returnPath } from "@/lib/contracts/return-path";
import { testEnv } from "@/tests/support/test-server";

const TOKEN = { ACCESS_TOKEN: "a-token-of-16-characters" };

describe("the host allow-list", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, boolean])[] = [
    ["loopback with the port", {}, { host: "127.0.0.1:3000" }, true],
    ["localhost in capitals", {}, { host: "LOCALHOST:3000" }, true],
    ["IPv6 loopback", {}, { host: "[::1]:3000" }, true],
    ["another port", {}, { host: "127.0.0.1:3001" }, false],
    ["no port where one is used", {}, { host: "127.0.0.1" }, false],
    ["no port on port 80", { PORT: "80" }, { host: "localhost" }, true],
    ["no host at all", {}, {}, false],
    ["a name that was pointed at loopback", {}, { host: "evil.example:3000" }, false],
    ["a name that begins like ours", {}, { host: "localhost.evil.example:3000" }, false],
    ["a name with ours in front of an @", {}, { host: "127.0.0.1:3000@evil.example" }, false],
    ["a foreign forwarded host", {}, { host: "127.0.0.1:3000", "x-forwarded-host": "evil.example" }, false],
    ["our own forwarded host", {}, { host: "127.0.0.1:3000", "x-forwarded-host": "127.0.0.1:3000" }, true],
    ["the address that is listened on", { HOST: "192.168.7.7", ...TOKEN }, { host: "192.168.7.7:3000" }, true],
    ["a wildcard as a name", { HOST: "0.0.0.0", ...TOKEN }, { host: "0.0.0.0:3000" }, false],
    ["a further name behind a TLS proxy", { ALLOWED_HOSTS: "intake.example.com" }, { host: "intake.example.com" }, true],
    ["a further name with its port", { ALLOWED_HOSTS: "intake.example.com:8443" }, { host: "intake.example.com:8443" }, true],
    ["a further name on another port", { ALLOWED_HOSTS: "intake.example.com:8443" }, { host: "intake.example.com" }, false],
  ];
  test.each(cases)("%s", (_what, settings, headers, allowed) => {
    expect(isOwnHost(new Headers(headers), testEnv(settings))).toBe(allowed);
  });
});

describe("the origin of a change", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
    ["our own page", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, true],
    ["our own page behind TLS", { host: "intake.example.com", origin: "https://intake.example.com" }, true],
    ["our own page, default port written out", { host: "intake.example.com:443", origin: "https://intake.example.com" }, true],
    ["a missing origin", { host: "127.0.0.1:3000" }, false],
    ["an origin of null", { host: "127.0.0.1:3000", origin: "null" }, false],
    ["another port", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:4000" }, false],
    ["another name of the same machine", { host: "127.0.0.1:3000", origin: "http://localhost:3000" }, false],
    ["another site", { host: "127.0.0.1:3000", origin: "https://evil.example" }, false],
    ["another scheme", { host: "127.0.0.1:3000", origin: "ftp://127.0.0.1:3000" }, false],
    ["an origin with a path", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000/x" }, false],
    ["credentials in front", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000@evil.example" }, false],
    ["what the browser calls cross-site", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", "sec-fetch-site": "cross-site" }, false],
    ["what the browser calls same-site", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-site" }, false],
  ];
  test.each(cases)("%s", (_what, headers, allowed) => {
    expect(checkOrigin(new Headers(headers))).toBe(allowed);
  });
});

test.each([
  ["/calls?group=needs-you", "/calls?group=needs-you"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["\\\\evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/..//evil.example", "/"],
  ["/%2f%2fevil.example", "/%2f%2fevil.example"],
  ["/\t/evil.example", "/"],
  ["/sign-in?to=/sign-in", "/"],
  ["/api/health", "/"],
  [undefined, "/"],
])("leads back from sign-in, asked for %j, to %s", (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});
