import { createServer, type Server, type Socket } from "node:net";

/** One request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export interface RawZelto {
  readonly origin: string;
  /** Every whole request, in order; reads included. */
  readonly requests: readonly RawRequest[];
  close(): Promise<void>;
}

/** What to do with a request: write any octets to the socket, end it, destroy it, or leave it open. */
export type RawAnswer = (socket: Socket, request: RawRequest) => void;

/** A server that speaks in octets, for answers that no HTTP library would make. Reads of agents, buckets and conversations answer an empty page. */
export async function serveRaw(answer: RawAnswer): Promise<RawZelto> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      // The first octet of a TLS handshake: this server answers it in plain words, as a wrongly set address would.
      if (received.length === 0 && chunk[0] === 0x16) socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
      received = Buffer.concat([received, chunk]);
      for (let request = takeRequest(received); request !== null; request = takeRequest(received)) {
        received = received.subarray(request.length);
        requests.push(request.request);
        if (request.request.method === "GET") socket.write(httpAnswer(200, '{"data":[],"nextCursor":null}'));
        else answer(socket, request.request);
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The raw server got no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

/** A whole answer with its length. */
export function httpAnswer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...headers });
  return `HTTP/1.1 ${status} Answer\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

function takeRequest(received: Buffer): { readonly request: RawRequest; readonly length: number } | null {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd < 0) return null;
  const [requestLine = "", ...headerLines] = received.subarray(0, headEnd).toString("latin1").split("\r\n");
  const headers = new Map(headerLines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const bodyLength = Number(headers.get("content-length") ?? "0");
  const length = headEnd + 4 + bodyLength;
  if (received.length < length) return null;
  const [method = "", path = ""] = requestLine.split(" ");
  return { request: { method, path, headers, body: received.subarray(headEnd + 4, length) }, length };
}
