import "server-only";
import type { AttemptOutcome } from "@/lib/core/uploads/attempt-outcome";
import { causeOf } from "./fault-cause";

/** One request to Zelto. `path` begins with a slash and is joined to the target's address; ids in it are encoded by the client. */
export interface ExchangeRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** What was sent and what came of it, ready to be kept: the Authorization header is masked, cookies are left out. */
export interface Exchange {
  readonly url: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly outcome: AttemptOutcome;
  readonly status: number | null;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseBody: Uint8Array;
  readonly durationMs: number;
}

export interface Transport {
  readonly exchange: (request: ExchangeRequest) => Promise<Exchange>;
  /** The address and the headers that `exchange` would use, masked: written down before the socket opens. */
  readonly describe: (request: ExchangeRequest) => { readonly url: string; readonly headers: readonly (readonly [string, string])[] };
}

export interface TransportOptions {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** Null where none is set: then nothing is ever sent. It leaves this closure in the Authorization header alone. */
  readonly apiKey: string | null;
  /** Whole exchange, from the first byte to the last. Shortened by tests only. */
  readonly timeoutMs?: number;
}

/** Ours (policy): 30 s for a whole exchange; the runtime gives a connection 10 s of that. */
const TIMEOUT_MS = 30_000;
/** A write's answer is `{"received":true}`; 64 KB leave room for a long list of refused fields. */
const MAX_WRITE_ANSWER_BYTES = 64 * 1024;
/** A page of 200 conversations or a transcript of 20,000 turns fits; an endless answer does not fill the memory. */
const MAX_READ_ANSWER_BYTES = 16 * 1024 * 1024;
const MAX_KEPT_HEADERS = 100;
const MAX_HEADER_VALUE = 1_000;

/**
 * The only place of the server that fetches. It speaks to one origin, never follows a redirect, carries no cookies, repeats
 * nothing, and ends each exchange within its time and size limits. Never throws: every fault is an outcome.
 */
export function openTransport(options: TransportOptions): Transport {
  const authorization = options.apiKey === null ? null : `Bearer ${options.apiKey}`;
  const masked = options.apiKey === null ? null : `Bearer ••••${options.apiKey.length > 8 ? options.apiKey.slice(-4) : ""}`;
  const describe = (request: ExchangeRequest) => ({
    url: `${options.baseUrl}${request.path}`,
    headers: headersOf(request, masked),
  });
  const exchange = async (request: ExchangeRequest): Promise<Exchange> => {
    const { url, headers } = describe(request);
    const startedAt = performance.now();
    const ended = (outcome: AttemptOutcome, answer: Partial<Exchange> = {}): Exchange => ({
      url,
      requestHeaders: headers,
      outcome,
      status: null,
      responseHeaders: [],
      responseBody: new Uint8Array(),
      durationMs: performance.now() - startedAt,
      ...answer,
    });
    if (authorization === null) return ended({ kind: "local", cause: "key-missing" });
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new DOMException("Time is up", "TimeoutError")), options.timeoutMs ?? TIMEOUT_MS);
    let response: Response | null = null;
    try {
      response = await fetch(url, {
        method: request.method,
        headers: headersOf(request, authorization).map(([name, value]): [string, string] => [name, value]),
        redirect: "manual",
        credentials: "omit",
        cache: "no-store",
        signal: controller.signal,
        ...(request.body ? { body: request.body } : {}),
      });
      const limit = request.method === "GET" ? MAX_READ_ANSWER_BYTES : MAX_WRITE_ANSWER_BYTES;
      const { bytes, truncated } = await readCapped(response, limit);
      return ended(answerOutcome(response, bytes, truncated), { status: response.status, responseHeaders: keptHeaders(response.headers), responseBody: bytes });
    } catch (error) {
      return ended(causeOf(error, response !== null), response === null ? {} : { status: response.status, responseHeaders: keptHeaders(response.headers) });
    } finally {
      clearTimeout(timer);
    }
  };
  return { exchange, describe };
}

function headersOf(request: ExchangeRequest, authorization: string | null): readonly (readonly [string, string])[] {
  return [
    ...(authorization === null ? [] : [["authorization", authorization] as const]),
    ["accept", "application/json"],
    // Brotli stays off: its decoder had a flaw in Node releases that Intake still runs on (CVE-2026-111497).
    ["accept-encoding", "gzip"],
    ["user-agent", "Intake/0.1"],
    ...(request.headers ?? []),
  ];
}

async function readCapped(response: Response, limit: number): Promise<{ readonly bytes: Uint8Array; readonly truncated: boolean }> {
  if (response.body === null) return { bytes: new Uint8Array(), truncated: false };
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The runtime types a body's chunks loosely; a fetch body gives octets (Fetch standard, "body").
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joined(chunks, length), truncated: false };
    const room = limit - length;
    chunks.push(value.byteLength > room ? value.subarray(0, room) : value);
    length += Math.min(value.byteLength, room);
    if (value.byteLength > room) {
      await reader.cancel();
      return { bytes: joined(chunks, length), truncated: true };
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function answerOutcome(response: Response, bytes: Uint8Array, truncated: boolean): AttemptOutcome {
  return {
    kind: "answer",
    status: response.status,
    contentType: response.headers.get("content-type"),
    body: new TextDecoder().decode(bytes),
    truncated,
    retryAfter: response.headers.get("retry-after"),
  };
}

function keptHeaders(headers: Headers): readonly (readonly [string, string])[] {
  return [...headers]
    .filter(([name]) => name !== "set-cookie")
    .slice(0, MAX_KEPT_HEADERS)
    .map(([name, value]) => [name, value.slice(0, MAX_HEADER_VALUE)]);
}
