import { createHash, randomUUID } from "node:crypto";
import type { FrameHeader, OpenBatchInput } from "@/lib/contracts/intake";
import { activeTarget } from "@/lib/server/active-target";
import { setServerContext, type ServerContext } from "@/lib/server/context";
import { openSecret } from "@/lib/server/db/secret";
import { readEnv, type Env } from "@/lib/server/env";
import { saveTarget } from "@/lib/server/repositories/targets";
import { openTestStore, type TestStore } from "./test-store";

/** A server's context over a real store, published as a started server does, without HTTP and without a worker. */
export interface TestServer {
  readonly context: ServerContext;
  readonly opened: TestStore;
  /** Turns the clock forward. */
  advance(milliseconds: number): void;
  /** A request of one of our own pages; headers given here replace the usual ones, null leaves one out. */
  request(path: string, options?: TestRequest): Request;
  close(): void;
}

export interface TestRequest {
  readonly method?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string | null>>;
}

const ORIGIN = "http://127.0.0.1:3000";
const START_AT = 1_731_400_000_000;

export function testEnv(settings: Readonly<Record<string, string>> = {}): Env {
  const read = readEnv(settings);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export async function openTestServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  let now = START_AT;
  const clock = (): number => now;
  const opened = await openTestStore(clock);
  const env = testEnv({ ...settings, DATA_DIR: opened.folder });
  const secret = openSecret(opened.folder);
  const target = activeTarget(env, secret);
  await saveTarget(opened.db, { id: target.id, kind: target.kind, origin: target.baseUrl, keyFingerprint: target.keyFingerprint, keyLast4: target.keyLast4, createdAt: now });
  const context: ServerContext = { env, store: opened.store, db: opened.db, secret, target, now: clock, newId: randomUUID };
  setServerContext(context);
  return {
    context,
    opened,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    request: (path, options = {}) => {
      const headers = new Headers({ host: "127.0.0.1:3000", origin: ORIGIN });
      if (typeof options.body === "string") headers.set("content-type", "application/json");
      for (const [name, value] of Object.entries(options.headers ?? {})) {
        if (value === null) headers.delete(name);
        else headers.set(name, value);
      }
      return new Request(`${ORIGIN}${path}`, { method: options.method ?? "GET", headers, ...(options.body === undefined ? {} : { body: options.body }) });
    },
    close: () => {
      setServerContext(null);
      opened.close();
    },
  };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** One record's frames, in parts of at most `partBytes`. */
export function framesOf(index: number, record: Uint8Array, options: { readonly partBytes?: number; readonly header?: Partial<FrameHeader> } = {}): readonly Uint8Array[] {
  const partBytes = options.partBytes ?? Math.max(record.byteLength, 1);
  const parts = Math.max(1, Math.ceil(record.byteLength / partBytes));
  return Array.from({ length: parts }, (_, part) => {
    const bytes = record.subarray(part * partBytes, (part + 1) * partBytes);
    const header: FrameHeader = {
      index,
      source: 0,
      path: "",
      line: null,
      part,
      parts,
      byteLength: bytes.byteLength,
      recordBytes: record.byteLength,
      recordSha256: sha256(record),
      provider: null,
      notes: [],
      ...options.header,
    };
    const headerBytes = new TextEncoder().encode(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(headerBytes.byteLength);
    return Buffer.concat([length, headerBytes, bytes]);
  });
}

/** A chunk of frames with the hash that goes with it. */
export function chunkOf(...frames: readonly Uint8Array[]): { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string } {
  const bytes = new Uint8Array(Buffer.concat(frames));
  return { bytes, sha256: sha256(bytes) };
}

/** A batch of one source. */
export function batchInput(recordCount: number, options: Partial<OpenBatchInput> = {}): OpenBatchInput {
  return { id: randomUUID(), name: "Pasted", kind: "paste", recordCount, sources: [{ name: "clipboard", byteLength: 10, sha256: "0".repeat(64), notes: [] }], ...options };
}
