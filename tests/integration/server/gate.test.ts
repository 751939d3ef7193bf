import * as z from "zod";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblemSchema } from "@/lib/contracts/api-problem";
import { appError } from "@/lib/core/app-error";
import { failure, success } from "@/lib/core/result";
import { startSession } from "@/lib/server/access/session";
import { setServerContext } from "@/lib/server/context";
import { defineAction } from "@/lib/server/define-action";
import { defineRoute } from "@/lib/server/define-route";
import { openTestServer, type TestRequest, type TestServer } from "@/tests/support/test-server";

// Next gives an action its headers out of the request it is called in; here there is none.
let arrived = new Headers();
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(arrived) }));

const InputSchema = z.strictObject({ word: z.string().max(20) });
const OutputSchema = z.strictObject({ echo: z.string() });
const NO_PARAMS = { params: Promise.resolve({}) };
const TOKEN = "the-right-token-of-this-intake";

let handled = 0;
const POST = defineRoute({ method: "POST", input: InputSchema, output: OutputSchema, maxBytes: 200 }, ({ input }) => {
  handled += 1;
  if (input.word === "throw") throw new Error("secret transcript sentence");
  if (input.word === "fail") return Promise.resolve(failure(appError("conflict", "Changed in between.")));
  if (input.word === "wrong answer") return Promise.resolve(success({ echo: 5 as unknown as string }));
  return Promise.resolve(success({ echo: input.word }));
});
const GET = defineRoute({ method: "GET", query: z.strictObject({ n: z.coerce.number().int() }), output: OutputSchema }, ({ query }) => Promise.resolve(success({ echo: String(query.n) })));
const OPEN = defineRoute({ method: "GET", output: OutputSchema, public: true }, () => Promise.resolve(success({ echo: "up" })));
const RAW = defineRoute({ method: "POST", rawBody: true, maxBytes: 10, output: OutputSchema }, ({ bytes }) => Promise.resolve(success({ echo: String(bytes.byteLength) })));
const echoAction = defineAction({ name: "echo", input: InputSchema, output: OutputSchema }, ({ word }) => {
  handled += 1;
  if (word === "throw") throw new Error("secret transcript sentence");
  return Promise.resolve(success({ echo: word }));
});

let server: TestServer;
beforeEach(async () => {
  handled = 0;
  server = await openTestServer({ ACCESS_TOKEN: TOKEN, LOG_LEVEL: "silent" });
});
afterEach(() => server.close());

async function cookieHeader(): Promise<string> {
  const { name, value } = await startSession(server.context.db, server.context.now(), false);
  return `${name}=${value}`;
}

async function post(options: TestRequest, signedIn = true): Promise<Response> {
  const cookie = signedIn ? await cookieHeader() : null;
  return POST(server.request("/api/echo", { method: "POST", body: '{"word":"hello"}', ...options, headers: { cookie, ...options.headers } }), NO_PARAMS);
}

describe("a route that changes something", () => {
  const refusals: readonly (readonly [string, TestRequest, boolean, number, string])[] = [
    ["a foreign host", { headers: { host: "evil.example" } }, true, 421, "forbidden_host"],
    ["a foreign host before the wrong method", { method: "PUT", headers: { host: "evil.example" } }, true, 421, "forbidden_host"],
    ["the wrong method", { method: "PUT" }, true, 405, "method_not_allowed"],
    ["the wrong method before a foreign origin", { method: "DELETE", headers: { origin: "https://evil.example" } }, true, 405, "method_not_allowed"],
    ["a foreign origin", { headers: { origin: "https://evil.example" } }, true, 403, "forbidden_origin"],
    ["no origin", { headers: { origin: null } }, true, 403, "forbidden_origin"],
    ["an origin of null", { headers: { origin: "null" } }, true, 403, "forbidden_origin"],
    ["no session", {}, false, 401, "unauthenticated"],
    ["no session before a body that is too large", { body: "x".repeat(1_000) }, false, 401, "unauthenticated"],
    ["a body that is too large", { body: JSON.stringify({ word: "x".repeat(300) }) }, true, 413, "too_large"],
    ["a body that was cut", { headers: { "content-length": "50" } }, true, 400, "invalid_input"],
    ["a body of another type", { headers: { "content-type": "text/plain" } }, true, 400, "invalid_input"],
    ["a body that is no JSON", { body: '{"word":' }, true, 400, "invalid_input"],
    ["a body that is no UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]), headers: { "content-type": "application/json" } }, true, 400, "invalid_input"],
    ["a key too many", { body: '{"word":"a","__proto__":{"x":1},"more":1}' }, true, 400, "invalid_input"],
    ["a value too long", { body: JSON.stringify({ word: "x".repeat(21) }) }, true, 400, "invalid_input"],
    ["what the service refuses", { body: '{"word":"fail"}' }, true, 409, "conflict"],
    ["what the service throws", { body: '{"word":"throw"}' }, true, 500, "internal"],
    ["an answer that breaks its contract", { body: '{"word":"wrong answer"}' }, true, 500, "internal"],
  ];
  test.each(refusals)("answers %s as a problem", async (_what, options, signedIn, status, code) => {
    const response = await post(options, signedIn);
    const text = await response.text();
    const problem = ApiProblemSchema.parse(JSON.parse(text));
    expect(response.status).toBe(status);
    expect(problem).toMatchObject({ status, code });
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(text).not.toContain("secret transcript");
  });

  test("does not reach its handler unless every gate let it through", async () => {
    for (const [, options, signedIn, , code] of refusals.filter(([, , , , code]) => code !== "conflict" && code !== "internal")) {
      await post(options, signedIn);
      expect(`${code}: ${handled}`).toBe(`${code}: 0`);
    }
  });

  test("answers its own page, never to be cached, with the security headers", async () => {
    const response = await post({});
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ echo: "hello" });
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer" });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("refuses when a gate itself breaks", async () => {
    const cookie = await cookieHeader();
    server.opened.store.close();
    const response = await POST(server.request("/api/echo", { method: "POST", body: '{"word":"hello"}', headers: { cookie } }), NO_PARAMS);
    expect(response.status).toBe(500);
    expect(handled).toBe(0);
  });

  test("refuses before the server has started", async () => {
    setServerContext(null);
    expect((await POST(server.request("/api/echo", { method: "POST", body: '{"word":"hello"}' }), NO_PARAMS)).status).toBe(500);
    expect(handled).toBe(0);
  });
});

describe("a route that reads", () => {
  test("needs no origin, but its host and a session", async () => {
    const read = async (headers: Readonly<Record<string, string | null>>) => (await GET(server.request("/api/echo?n=7", { headers: { origin: null, ...headers } }), NO_PARAMS)).status;
    const cookie = await cookieHeader();
    expect(await read({ cookie })).toBe(200);
    expect(await read({})).toBe(401);
    expect(await read({ cookie, host: "evil.example" })).toBe(421);
  });

  test("checks its query", async () => {
    const cookie = await cookieHeader();
    expect((await GET(server.request("/api/echo?n=seven", { headers: { cookie } }), NO_PARAMS)).status).toBe(400);
    expect((await GET(server.request("/api/echo?n=7&m=8", { headers: { cookie } }), NO_PARAMS)).status).toBe(400);
  });

  test("stands open without a session where it says so, and still checks its host", async () => {
    expect((await OPEN(server.request("/api/health"), NO_PARAMS)).status).toBe(200);
    expect((await OPEN(server.request("/api/health", { headers: { host: "evil.example" } }), NO_PARAMS)).status).toBe(421);
  });
});

test("a route of octets gets them as they are, up to its limit", async () => {
  const cookie = await cookieHeader();
  const send = async (bytes: number) => RAW(server.request("/api/raw", { method: "POST", body: new Uint8Array(bytes), headers: { cookie } }), NO_PARAMS);
  expect(await (await send(10)).json()).toEqual({ echo: "10" });
  expect((await send(11)).status).toBe(413);
});

describe("an action", () => {
  const call = async (headers: Readonly<Record<string, string>>, input: unknown = { word: "hello" }) => {
    arrived = new Headers({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", ...headers });
    if (headers["origin"] === "") arrived.delete("origin");
    const result = await echoAction(input as { word: string });
    return result.ok ? "ok" : result.problem.code;
  };

  test("passes the same gates as a route", async () => {
    const cookie = await cookieHeader();
    expect(await call({ cookie })).toBe("ok");
    expect(handled).toBe(1);
    expect(await call({ cookie, host: "evil.example" })).toBe("forbidden_host");
    expect(await call({ cookie, "x-forwarded-host": "evil.example" })).toBe("forbidden_host");
    expect(await call({ cookie, origin: "https://evil.example" })).toBe("forbidden_origin");
    expect(await call({ cookie, origin: "null" })).toBe("forbidden_origin");
    expect(await call({ cookie, origin: "" })).toBe("forbidden_origin");
    expect(await call({})).toBe("unauthenticated");
    expect(await call({ cookie: "intake-session=guess" })).toBe("unauthenticated");
    expect(handled).toBe(1);
  });

  test.each([[null], ["hello"], [[]], [{}], [{ word: 5 }], [{ word: "a", more: 1 }], [{ word: "x".repeat(21) }]])("takes nothing but its input, not %j", async (input) => {
    expect(await call({ cookie: await cookieHeader() }, input)).toBe("invalid_input");
    expect(handled).toBe(0);
  });

  test("answers what is thrown as a problem that holds nothing of it", async () => {
    arrived = new Headers({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", cookie: await cookieHeader() });
    const result = await echoAction({ word: "throw" });
    expect(result.ok ? "" : result.problem.code).toBe("internal");
    expect(JSON.stringify(result)).not.toContain("secret transcript");
  });
});
