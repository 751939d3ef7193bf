import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { SandboxDials } from "@/lib/sandbox/dials";
import { SandboxReset } from "@/lib/sandbox/faults";
import { openSandbox } from "@/lib/sandbox/sandbox";
import type { Sandbox } from "@/lib/sandbox/sandbox";

export interface ServeSandboxOptions {
  /** A temporary folder, removed at the end, when left out. A given one stays. */
  readonly folder?: string;
  readonly dials?: Partial<SandboxDials>;
  readonly now?: () => number;
}

export interface ServedSandbox {
  /** Where the API starts, such as http://127.0.0.1:40123 */
  readonly origin: string;
  readonly apiKey: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

const API_KEY = "sandbox-key-for-tests-0123456789";

function toRequest(incoming: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, Array.isArray(value) ? value.join(", ") : (value ?? ""));
  const method = incoming.method ?? "GET";
  const init = { method, headers, signal };
  if (method === "GET" || method === "HEAD") return new Request(`${origin}${incoming.url ?? "/"}`, init);
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>; // The two libraries' types of one and the same stream.
  const streamed: RequestInit & { readonly duplex: "half" } = { ...init, body, duplex: "half" };
  return new Request(`${origin}${incoming.url ?? "/"}`, streamed);
}

async function answer(sandbox: Sandbox, request: Request, outgoing: ServerResponse): Promise<void> {
  try {
    const response = await sandbox.handle(request, new URL(request.url).pathname);
    const bytes = new Uint8Array(await response.arrayBuffer());
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(bytes);
  } catch (error) {
    if (error instanceof SandboxReset) outgoing.socket?.resetAndDestroy();
    else outgoing.writeHead(599, { "content-type": "text/plain" }).end(`The sandbox threw: ${String(error)}`);
  }
}

/** Serves a sandbox over real HTTP on a free port of loopback. */
export async function serveSandbox(options: ServeSandboxOptions = {}): Promise<ServedSandbox> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "intake-sandbox-"));
  const sandbox = openSandbox({ folder, apiKey: API_KEY, ...(options.now === undefined ? {} : { now: options.now }) });
  if (options.dials !== undefined) sandbox.setDials(options.dials);
  let origin = "";
  const server = createServer((incoming, outgoing) => {
    const leaving = new AbortController();
    outgoing.once("close", () => leaving.abort());
    void answer(sandbox, toRequest(incoming, origin, leaving.signal), outgoing);
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The sandbox got no port");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    apiKey: API_KEY,
    sandbox,
    async close() {
      sandbox.close();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
