import "server-only";
import type LibsqlDatabase from "libsql";
import type { SqliteDatabase } from "kysely";
import { decodeColumnText, encodeColumnText } from "./column-text";

/**
 * libsql as Kysely's SQLite dialect wants it. What it mends: a boolean parameter ends the whole process in libsql 0.5, so
 * booleans become 0 and 1; `undefined` is refused; blobs come back as ArrayBuffer and leave here as Uint8Array; text that
 * SQLite would change is encoded; a rollback after SQLite rolled back by itself (full disk) is no error.
 */
export function sqliteAdapter(connection: LibsqlDatabase.Database): SqliteDatabase {
  const prepared = new StatementCache(connection);
  return {
    close: () => {
      connection.close();
    },
    prepare: (sql) => {
      if (sql === "rollback" && !connection.inTransaction) return nothing;
      const statement = prepared.get(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...boundValues(parameters)).map(readRow),
        run: (parameters) => statement.run(...boundValues(parameters)),
        iterate: function* (parameters) {
          for (const row of statement.iterate(...boundValues(parameters))) yield readRow(row);
        },
      };
    },
  };
}

/** Ours: more different statements than an intake or a page of lists runs; each is some kilobytes. */
const MAX_STATEMENTS = 200;

/** Statements by their text, so that one that runs for each of 50,000 records is compiled once. The one that was not used longest goes first. */
class StatementCache {
  private readonly connection: LibsqlDatabase.Database;
  private readonly statements = new Map<string, LibsqlDatabase.Statement>();

  constructor(connection: LibsqlDatabase.Database) {
    this.connection = connection;
  }

  get(sql: string): LibsqlDatabase.Statement {
    const known = this.statements.get(sql);
    const statement = known ?? this.connection.prepare(sql);
    if (known) this.statements.delete(sql);
    this.statements.set(sql, statement);
    const [oldest] = this.statements.keys();
    if (this.statements.size > MAX_STATEMENTS && oldest !== undefined) this.statements.delete(oldest);
    return statement;
  }
}

const nothing: ReturnType<SqliteDatabase["prepare"]> = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: function* () {
    yield* [];
  },
};

/** One array, as libsql takes a lone object for named parameters. */
function boundValues(parameters: readonly unknown[]): [unknown[]] {
  return [parameters.map(boundValue)];
}

function boundValue(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return encodeColumnText(value);
  if (value === undefined || (typeof value === "number" && Number.isNaN(value))) throw new TypeError("A column was given no value");
  return value;
}

function readRow(row: unknown): unknown {
  const read: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row as Record<string, unknown>)) read[column] = readValue(value);
  return read;
}

function readValue(value: unknown): unknown {
  if (typeof value === "string") return decodeColumnText(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value;
}
