import * as z from "zod";
import { answerInvalid, answerJson } from "./answers";
import type { Answer } from "./answers";
import type { Parameter, SandboxStore } from "./store";

/** Page sizes from the vendor's list pages: 1 to 200, 50 when not said. */
const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;

type PageRequest = { readonly ok: true; readonly limit: number; readonly before: number } | { readonly ok: false; readonly refusal: Answer };

function encodeCursor(seq: number): string {
  return Buffer.from(`before:${seq}`).toString("base64url");
}

function decodeCursor(cursor: string): number | null {
  const match = /^before:(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString("latin1"));
  return match === null ? null : Number(match[1]);
}

function readPageRequest(query: URLSearchParams): PageRequest {
  const limitText = query.get("limit");
  const limit = limitText === null ? DEFAULT_LIMIT : Number(/^\d{1,4}$/.test(limitText) ? limitText : NaN);
  if (!(limit >= 1 && limit <= MAX_LIMIT)) return { ok: false, refusal: answerInvalid({ limit: [`Must be a whole number from 1 to ${MAX_LIMIT}`] }) };
  const cursor = query.get("cursor");
  const before = cursor === null ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor);
  if (before === null) return { ok: false, refusal: answerInvalid({ cursor: ["Not a cursor of this list"] }) };
  return { ok: true, limit, before };
}

export interface PageSource<Document> {
  readonly row: z.ZodType<{ readonly seq: number; readonly document: Document }>;
  /** Everything from `from` on, without order and limit; its rows have `seq` and `document`. */
  readonly select: string;
  readonly where: readonly { readonly sql: string; readonly value: Parameter }[];
  /** The column that orders, newest first. */
  readonly order: string;
}

/** Answers one page, newest first. `nextCursor` is null on the last one. */
export function answerPage<Document>(store: SandboxStore, query: URLSearchParams, source: PageSource<Document>): Answer {
  const page = readPageRequest(query);
  if (!page.ok) return page.refusal;
  const conditions = [...source.where.map(({ sql }) => sql), `${source.order} < ?`].join(" and ");
  const sql = `${source.select} where ${conditions} order by ${source.order} desc limit ?`;
  // One row more than asked for tells whether another page follows.
  const rows = store.all(source.row, sql, ...source.where.map(({ value }) => value), page.before, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > shown.length && last !== undefined ? encodeCursor(last.seq) : null;
  return answerJson(200, { data: shown.map(({ document }) => document), nextCursor });
}

const UuidSchema = z.guid();

/** A query filter that has to be a UUID: its value, null when absent, or a refusal. */
export function readUuidFilter(query: URLSearchParams, name: string): { readonly value: string | null } | { readonly refusal: Answer } {
  const value = query.get(name);
  if (value === null || UuidSchema.safeParse(value).success) return { value: value?.toLowerCase() ?? null };
  return { refusal: answerInvalid({ [name]: ["Must be a UUID"] }) };
}
