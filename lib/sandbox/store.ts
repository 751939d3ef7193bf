import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "libsql";
import * as z from "zod";

/** Raised with each change of the tables. The emulator's data is test data: an older layout is dropped, not migrated. */
const SCHEMA_VERSION = 1;
const TABLES = ["meta", "agents", "conversations", "buckets", "members", "landings", "requests"] as const;

/*
 * Objects are kept as the JSON they are answered with. Columns named _key hold text as JSON too: an external id may
 * contain U+0000 or half a surrogate pair, which a text column cuts or replaces and JSON escapes.
 */
const SCHEMA = `
create table meta (name text primary key, value text not null) strict;
create table agents (seq integer primary key autoincrement, id text not null unique, external_key text unique, document text not null) strict;
create table conversations (
  seq integer primary key autoincrement, id text not null unique, agent_id text not null, reference_key text not null unique,
  updated_at integer not null, document text not null, transcript text not null) strict;
create index conversations_by_agent on conversations (agent_id, seq);
create table buckets (seq integer primary key autoincrement, id text not null unique, agent_id text not null, document text not null) strict;
create table members (
  seq integer primary key autoincrement, bucket_id text not null, conversation_id text not null, unique (bucket_id, conversation_id)) strict;
create table landings (
  seq integer primary key autoincrement, request_id integer not null, reference_key text not null, due_at integer not null,
  delivery text not null) strict;
create index landings_by_due on landings (due_at, seq);
create index landings_by_reference on landings (reference_key, due_at);
create table requests (
  id integer primary key autoincrement, at integer not null, method text not null, path text not null, query text not null,
  provider text, authorised integer not null, body_bytes integer not null, sha256 text, body blob not null, status integer,
  duration_ms integer, answer text, answer_bytes integer, outcome text, conversation_id text) strict;
`;

export type Parameter = string | number | null | Uint8Array;

/** The sandbox's tables behind four verbs. Rows are parsed by the schema that the caller names. Synchronous. */
export interface SandboxStore {
  /** Runs a write; answers the id of the last inserted row and how many rows changed. */
  run(sql: string, ...parameters: readonly Parameter[]): { readonly rowId: number; readonly changes: number };
  all<Row>(row: z.ZodType<Row>, sql: string, ...parameters: readonly Parameter[]): Row[];
  first<Row>(row: z.ZodType<Row>, sql: string, ...parameters: readonly Parameter[]): Row | null;
  /** All or nothing. Does not nest. */
  transact<Value>(work: () => Value): Value;
  /** Empties every table and overwrites what was there. */
  clear(): void;
  close(): void;
}

/**
 * Folder by folder, from the first that is missing. Node's own recursive mkdir never comes back for a place that refuses folders
 * although its parent is there, such as /proc (Node 20.20).
 */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function prepareFolder(folder: string): void {
  try {
    makeFolders(folder);
    chmodSync(folder, 0o700);
  } catch (cause) {
    throw new Error("The sandbox cannot make its folder. Check that the data folder's place exists and may be written by this user.", { cause });
  }
}

function prepareFile(folder: string): string {
  prepareFolder(folder);
  const path = join(folder, "sandbox.db");
  // Made before SQLite opens it: its -wal and -shm files take over the mode of the main file.
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
  return path;
}

function migrate(database: Database.Database): void {
  const version = z.array(z.object({ user_version: z.number() })).parse(database.pragma("user_version"))[0]?.user_version;
  if (version === SCHEMA_VERSION) return;
  const drops = TABLES.map((table) => `drop table if exists ${table};`).join("\n");
  database.exec(`begin immediate;\n${drops}\n${SCHEMA}\npragma user_version = ${SCHEMA_VERSION};\ncommit;`);
}

/** Opens (or makes) `sandbox.db` in the folder: folder 0700, file 0600, write-ahead log. Throws a sentence where the folder cannot be made, else what the file system or SQLite says. */
export function openStore(folder: string): SandboxStore {
  const database = new Database(prepareFile(folder), { timeout: 5_000 });
  // NORMAL survives the end of the process, which is all that test data needs.
  for (const setting of ["journal_mode = wal", "synchronous = normal", "secure_delete = on"]) database.pragma(setting);
  migrate(database);
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const store: SandboxStore = {
    run(sql, ...parameters) {
      // One array, always: the driver takes a lone null or byte array for a bag of named parameters.
      const { lastInsertRowid, changes } = prepared(sql).run([...parameters]);
      return { rowId: Number(lastInsertRowid), changes };
    },
    all: (row, sql, ...parameters) => prepared(sql).all([...parameters]).map((found) => row.parse(found)),
    // Read to the end even for one row: a statement left half-way keeps its read transaction open.
    first: (row, sql, ...parameters) => store.all(row, sql, ...parameters)[0] ?? null,
    transact: (work) => database.transaction(work).immediate(),
    clear() {
      store.transact(() => {
        for (const table of TABLES) database.exec(`delete from ${table}`);
      });
      database.pragma("wal_checkpoint(truncate)");
    },
    close() {
      statements.clear();
      database.close();
    },
  };
  return store;
}

/** A row that counts. */
export const CountSchema = z.object({ count: z.number() });

/** Reads a column of JSON text through a schema. */
export function jsonColumn<Value>(schema: z.ZodType<Value>) {
  return z.string().transform((text): Value => schema.parse(JSON.parse(text)));
}

/** Driver answers a blob as an ArrayBuffer. */
export const BytesColumnSchema = z
  .custom<ArrayBuffer | Uint8Array>((value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value))
  .transform((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value));
