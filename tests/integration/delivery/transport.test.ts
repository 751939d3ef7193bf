import { afterEach, expect, test } from "vitest";
import type { AttemptOutcome } from "@/lib/core/uploads/attempt-outcome";
import { openTransport } from "@/lib/server/zelto/transport";
import { freePort } from "../../support/free-port";
import { httpAnswer, serveRaw, type RawAnswer, type RawZelto } from "../../support/raw-zelto";

const KEY = "key-that-nobody-else-may-see-4f2a";
const open: RawZelto[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(answer: RawAnswer): Promise<RawZelto> {
  const server = await serveRaw(answer);
  open.push(server);
  return server;
}

async function post(baseUrl: string, options: { readonly timeoutMs?: number; readonly body?: Uint8Array<ArrayBuffer> } = {}) {
  const transport = openTransport({ baseUrl, apiKey: KEY, timeoutMs: options.timeoutMs ?? 5_000 });
  return transport.exchange({ method: "POST", path: "/webhooks/calls", headers: [["content-type", "application/json"]], body: options.body ?? new TextEncoder().encode("{}") });
}

test("sends exactly the bytes it is given, with the key in one header and no cookies", async () => {
  const server = await serve((socket) => socket.write(httpAnswer(200, '{"received":true}', { "set-cookie": "a=b" })));
  const body = Uint8Array.from([0x7b, 0xff, 0x00, 0xfe, 0x7d]);
  const exchange = await post(server.origin, { body });
  await post(server.origin);
  expect([...(server.requests[0]?.body ?? [])]).toEqual([0x7b, 0xff, 0x00, 0xfe, 0x7d]);
  expect(server.requests.map(({ headers }) => [headers.get("authorization"), headers.get("accept-encoding"), headers.get("cookie")])).toEqual([
    [`Bearer ${KEY}`, "gzip", undefined],
    [`Bearer ${KEY}`, "gzip", undefined],
  ]);
  expect(JSON.stringify(exchange.requestHeaders)).not.toContain(KEY);
  expect(exchange.requestHeaders).toContainEqual(["authorization", "Bearer ••••4f2a"]);
  expect(exchange.responseHeaders.map(([name]) => name)).not.toContain("set-cookie");
});

const outcomes: readonly (readonly [string, RawAnswer, AttemptOutcome])[] = [
  ["a connection reset before any answer may have been heard", (socket) => socket.resetAndDestroy(), { kind: "unknown", cause: "reset" }],
  ["a connection closed before any answer may have been heard", (socket) => socket.end(), { kind: "unknown", cause: "reset" }],
  ["an answer cut after its status line is a cut", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"rec"), { kind: "unknown", cause: "cut" }],
  ["a chunked answer that breaks off is a cut", (socket) => socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"rec\r\n"), { kind: "unknown", cause: "cut" }],
  ["what is no HTTP is garbled", (socket) => socket.end("220 smtp.example ESMTP\r\n\r\n"), { kind: "unknown", cause: "garbled" }],
  ["an answer that drips past the limit is a timeout", (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{"), { kind: "unknown", cause: "timeout" }],
  ["silence is a timeout", () => undefined, { kind: "unknown", cause: "timeout" }],
];
test.each(outcomes)("%s", async (_rule, answer, expected) => {
  const server = await serve(answer);
  const exchange = await post(server.origin, { timeoutMs: 300 });
  expect(exchange.outcome).toEqual(expected);
  expect(server.requests).toHaveLength(1);
});

test("an endless answer is read up to 64 KB and marked as cut by us", async () => {
  const server = await serve((socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
    const flood = () => {
      while (!socket.destroyed && socket.write(`2000\r\n${"x".repeat(0x2000)}\r\n`));
    };
    socket.on("drain", flood);
    flood();
  });
  const exchange = await post(server.origin);
  expect(exchange.outcome).toMatchObject({ kind: "answer", status: 200, truncated: true });
  expect(exchange.responseBody.byteLength).toBe(65_536);
});

test("redirects are never followed: the key reaches no other listener", async () => {
  const trap = await serve((socket) => socket.write(httpAnswer(200, '{"received":true}')));
  for (const status of [301, 302, 303, 307, 308]) {
    for (const location of [`${trap.origin}/webhooks/calls`, "/elsewhere", "http://localhost:1/"]) {
      const server = await serve((socket) => socket.write(httpAnswer(status, "", { location })));
      expect((await post(server.origin)).outcome).toMatchObject({ kind: "answer", status });
      expect(server.requests).toHaveLength(1);
    }
  }
  expect(trap.requests).toHaveLength(0);
});

test("a closed port, an unknown name and a blocked port never saw a byte", async () => {
  const closed = await post(`http://127.0.0.1:${await freePort()}`);
  expect(closed.outcome).toEqual({ kind: "not-sent", cause: "refused" });
  const unknownName = await post("http://no-such-host.invalid");
  expect(unknownName.outcome).toEqual({ kind: "not-sent", cause: "dns" });
  const blocked = await post("http://127.0.0.1:1");
  expect(blocked.outcome.kind).toBe("not-sent");
});

test("a server that speaks no TLS never saw a byte of the body", async () => {
  const server = await serve(() => undefined);
  const exchange = await post(server.origin.replace("http:", "https:"), { timeoutMs: 2_000 });
  expect(exchange.outcome.kind === "not-sent" ? exchange.outcome.cause : exchange.outcome).toEqual("tls");
});

test("without a key nothing is sent at all", async () => {
  const server = await serve((socket) => socket.write(httpAnswer(200, '{"received":true}')));
  const exchange = await openTransport({ baseUrl: server.origin, apiKey: null }).exchange({ method: "POST", path: "/webhooks/calls" });
  expect(exchange.outcome).toEqual({ kind: "local", cause: "key-missing" });
  expect(server.requests).toHaveLength(0);
});
