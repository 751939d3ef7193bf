import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { answerError, answerNotFound, toResponse } from "./answers";
import type { Answer } from "./answers";
import { isAuthorised } from "./authorisation";
import type { SandboxDials } from "./dials";
import { SandboxReset, answerFromEndpointDial, answerFromStatusRates, errorText } from "./faults";
import { applyDueLandings } from "./landing";
import { readRequestBody } from "./request-body";
import type { RequestBody } from "./request-body";
import { findRequest, listRequests, noteAnswer, noteRequest } from "./request-log";
import type { SandboxRequestRecord } from "./request-log";
import { matchRoute } from "./routes";
import { seed } from "./seed";
import { serveOperation } from "./serve-operation";
import { changeDials, readDials, strikes } from "./settings";
import { openStore } from "./store";
import type { SandboxStore } from "./store";

export interface SandboxOptions {
  /** Made when absent, for the owner alone. Holds `sandbox.db`. One sandbox at a time per folder. */
  readonly folder: string;
  /** The only key that is let in. */
  readonly apiKey: string;
  /** Milliseconds since the epoch; the machine's clock when left out. */
  readonly now?: () => number;
  /** Waits out the latency dial; returns early when the signal aborts. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const CountsSchema = z.object({
  agents: z.number(),
  conversations: z.number(),
  buckets: z.number(),
  members: z.number(),
  /** Accepted uploads whose landing is not due yet. */
  pendingLandings: z.number(),
  requests: z.number(),
});
export type SandboxCounts = z.infer<typeof CountsSchema>;

export interface Sandbox {
  /**
   * Serves one request. `path` is the part after the mount, such as `/v1/agents`; the query is taken from the request.
   * Throws `SandboxReset` where the connection is to be dropped, or is gone already.
   */
  handle(request: Request, path: string): Promise<Response>;
  dials(): SandboxDials;
  setDials(patch: Partial<SandboxDials>): SandboxDials;
  /** Newest first; `before` is the id of the last record already seen. */
  requests(options: { readonly limit: number; readonly before?: number }): readonly SandboxRequestRecord[];
  request(id: number): SandboxRequestRecord | null;
  counts(): SandboxCounts;
  /** Back to a fresh sandbox: seeded agents and buckets, default dials, no requests, no pending landings. */
  reset(): void;
  /** Ends waits and closes the store. Nothing may be called after it. */
  close(): void;
}

async function waitOnClock(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch (error) {
    // The client has left or the sandbox is closing: nobody waits for this answer any more.
    if (!signal.aborted) throw error;
  }
}

async function readWholeBody(request: Request): Promise<RequestBody> {
  try {
    return await readRequestBody(request);
  } catch (cause) {
    throw new SandboxReset("The sender broke off", { cause });
  }
}

interface Exchange {
  readonly request: Request;
  readonly path: string;
  readonly requestId: number;
  readonly body: RequestBody;
  readonly authorised: boolean;
  readonly now: number;
}

/** From what stands in front of an API to the API itself: faults, key, address, size, operation. */
function answerTo(store: SandboxStore, dials: SandboxDials, exchange: Exchange): Answer {
  const { request, path, requestId, body, now } = exchange;
  const match = matchRoute(request.method, path);
  const struck = answerFromStatusRates(store, dials, match);
  if (struck !== null) return struck;
  if (dials.keyRevoked || !exchange.authorised) return answerError(401, "Unauthorized");
  if (match.kind === "unknown") return answerNotFound("Address");
  if (match.kind === "wrong-method") return answerError(405, errorText(405), { headers: { allow: match.allow } });
  const declined = answerFromEndpointDial(dials, match.operation);
  if (declined !== null) return declined;
  if (body.isTooLarge) return answerError(413, errorText(413));
  const query = new URL(request.url).searchParams;
  return serveOperation(match.operation, { store, dials, request, requestId, body: body.bytes, query, now }, match.ids);
}

/** Opens an emulator of the Zelto API on a folder of its own. Everything in it survives a restart. */
export function openSandbox({ folder, apiKey, now = Date.now, wait = waitOnClock }: SandboxOptions): Sandbox {
  const store = openStore(folder);
  seed(store);
  const closing = new AbortController();
  const isClosing = () => closing.signal.aborted;

  async function handle(request: Request, path: string): Promise<Response> {
    const startedAt = now();
    const body = await readWholeBody(request);
    if (isClosing()) throw new SandboxReset("The sandbox is closing");
    applyDueLandings(store, now());
    const authorised = isAuthorised(request, apiKey);
    const requestId = noteRequest(store, request, { at: startedAt, path, authorised, body });
    const dials = readDials(store);
    const isReset = strikes(store, dials.resetPercent);
    const exchange = { request, path, requestId, body, authorised, now: now() };
    const answer = isReset && dials.resetWhen === "before" ? null : store.transact(() => answerTo(store, dials, exchange));
    if (dials.latencyMs > 0) await wait(dials.latencyMs, AbortSignal.any([request.signal, closing.signal]));
    const sent = isReset ? null : answer;
    if (!isClosing()) noteAnswer(store, requestId, { answer: sent, durationMs: now() - startedAt });
    if (sent === null) throw new SandboxReset("The reset dial drops this connection");
    return toResponse(sent);
  }

  return {
    handle,
    dials: () => readDials(store),
    setDials: (patch) => changeDials(store, patch),
    requests(options) {
      applyDueLandings(store, now());
      return listRequests(store, options);
    },
    request(id) {
      applyDueLandings(store, now());
      return findRequest(store, id);
    },
    counts() {
      applyDueLandings(store, now());
      return CountsSchema.parse(
        store.first(
          CountsSchema,
          `select (select count(*) from agents) as agents, (select count(*) from conversations) as conversations,
             (select count(*) from buckets) as buckets, (select count(*) from members) as members,
             (select count(*) from landings) as pendingLandings, (select count(*) from requests) as requests`,
        ),
      );
    },
    reset() {
      store.clear();
      seed(store);
    },
    close() {
      closing.abort();
      store.close();
    },
  };
}
