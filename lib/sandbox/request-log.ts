import * as z from "zod";
import type { Answer } from "./answers";
import type { RequestBody } from "./request-body";
import { BytesColumnSchema } from "./store";
import type { SandboxStore } from "./store";

const KEPT_REQUESTS = 1_000;
const KEPT_BODY_BYTES = 1024 * 1024;
const KEPT_ANSWER_CHARACTERS = 64 * 1024;
/** What a list shows of each body; the whole of it comes with the single record. */
const PREVIEW_BYTES = 2_048;

/**
 * What became of an accepted upload. `waiting` until its landing is due; then `created` or `updated`, or `unknown-agent`.
 * The rest are settled on arrival: `lost` by the dial, `no-content` without transcript and recording, `not-terminal`
 * for a provider's event before the end, `not-convertible` for a native body without call id or agent.
 */
const UploadOutcomeSchema = z.enum([
  "waiting",
  "created",
  "updated",
  "unknown-agent",
  "lost",
  "no-content",
  "not-terminal",
  "not-convertible",
]);
export type UploadOutcome = z.infer<typeof UploadOutcomeSchema>;

const decodeLoosely = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const RowSchema = z.object({
  id: z.number(),
  at: z.number(),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  provider: z.string().nullable(),
  authorised: z.number(),
  body_bytes: z.number(),
  sha256: z.string().nullable(),
  body: BytesColumnSchema,
  status: z.number().nullable(),
  duration_ms: z.number().nullable(),
  answer: z.string().nullable(),
  answer_bytes: z.number().nullable(),
  outcome: UploadOutcomeSchema.nullable(),
  conversation_id: z.string().nullable(),
});

/** One request that the sandbox received. The Authorization header is never kept, only whether it was right. */
export interface SandboxRequestRecord {
  /** Rises with arrival. */
  readonly id: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** As sent, with its question mark; empty without one. */
  readonly query: string;
  /** The X-Zelto-Provider header, null when absent. */
  readonly provider: string | null;
  readonly authorised: boolean;
  /** Null while in progress or when the process ended before the answer; 0 for a connection that was dropped. */
  readonly status: number | null;
  readonly durationMs: number | null;
  /** Of the body as received, however much of it is kept. */
  readonly bodyBytes: number;
  readonly sha256: string | null;
  /** Kept bytes read as UTF-8, faults replaced. */
  readonly body: string;
  readonly isBodyCut: boolean;
  readonly answer: string | null;
  readonly answerBytes: number | null;
  /** Null for anything but an accepted upload. */
  readonly outcome: UploadOutcome | null;
  readonly conversationId: string | null;
}

function toRecord(row: z.infer<typeof RowSchema>): SandboxRequestRecord {
  const { id, method, path, query, provider, status, sha256, answer, outcome } = row;
  return {
    id,
    at: new Date(row.at).toISOString(),
    method,
    path,
    query,
    provider,
    authorised: row.authorised === 1,
    status,
    durationMs: row.duration_ms,
    bodyBytes: row.body_bytes,
    sha256,
    body: decodeLoosely(row.body),
    isBodyCut: row.body.byteLength < row.body_bytes,
    answer,
    answerBytes: row.answer_bytes,
    outcome,
    conversationId: row.conversation_id,
  };
}

const columns = (body: string, answer: string) =>
  `id, at, method, path, query, provider, authorised, body_bytes, sha256, ${body} as body, status, duration_ms, ${answer} as answer,
   answer_bytes, outcome, conversation_id`;

/** Notes a request before it is served; answers the id of its record. The oldest beyond the newest 1,000 go. */
export function noteRequest(
  store: SandboxStore,
  request: Request,
  facts: { readonly at: number; readonly path: string; readonly authorised: boolean; readonly body: RequestBody },
): number {
  const { rowId } = store.run(
    "insert into requests (at, method, path, query, provider, authorised, body_bytes, sha256, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    facts.at,
    request.method,
    facts.path,
    new URL(request.url).search,
    request.headers.get("x-zelto-provider"),
    facts.authorised ? 1 : 0,
    facts.body.byteCount,
    facts.body.sha256,
    facts.body.bytes.subarray(0, KEPT_BODY_BYTES),
  );
  store.run("delete from requests where id <= ?", rowId - KEPT_REQUESTS);
  return rowId;
}

/** Notes how a request ended. Null stands for a dropped connection. */
export function noteAnswer(store: SandboxStore, id: number, ending: { readonly answer: Answer | null; readonly durationMs: number }): void {
  const { answer, durationMs } = ending;
  store.run(
    "update requests set status = ?, duration_ms = ?, answer = ?, answer_bytes = ? where id = ?",
    answer?.status ?? 0,
    durationMs,
    answer?.body.slice(0, KEPT_ANSWER_CHARACTERS) ?? null,
    answer === null ? null : Buffer.byteLength(answer.body),
    id,
  );
}

/** Notes what became of an upload. */
export function noteOutcome(store: SandboxStore, id: number, outcome: UploadOutcome, conversationId: string | null = null): void {
  store.run("update requests set outcome = ?, conversation_id = ? where id = ?", outcome, conversationId, id);
}

/** Records, newest first, with the beginnings of their bodies. `before` is the id of the last record of the previous page. */
export function listRequests(store: SandboxStore, options: { readonly limit: number; readonly before?: number }): readonly SandboxRequestRecord[] {
  // SQLite answers null for a part of an empty blob.
  const sql = `select ${columns(`coalesce(substr(body, 1, ${PREVIEW_BYTES}), x'')`, `substr(answer, 1, ${PREVIEW_BYTES})`)} from requests
    where id < ? order by id desc limit ?`;
  return store.all(RowSchema, sql, options.before ?? Number.MAX_SAFE_INTEGER, options.limit).map(toRecord);
}

/** One record with all that is kept of its bodies. */
export function findRequest(store: SandboxStore, id: number): SandboxRequestRecord | null {
  const row = store.first(RowSchema, `select ${columns("body", "answer")} from requests where id = ?`, id);
  return row === null ? null : toRecord(row);
}
