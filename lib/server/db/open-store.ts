import "server-only";
import { chmodSync, closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { CamelCasePlugin, Kysely, SqliteDialect } from "kysely";
import LibsqlDatabase from "libsql";
import type { Database } from "./database";
import { makePrivateFolder } from "./make-folder";
import { migrate } from "./migrate";
import { ALL_MIGRATIONS } from "./migrations/all-migrations";
import type { Schema } from "./schema";
import { sqliteAdapter } from "./sqlite-adapter";

/**
 * The open store. Deleted rows are overwritten at once (`secure_delete`); copies of them stand in the write-ahead log until
 * `truncateLog`, and `compact` rewrites the file itself besides. `close` waits for nothing.
 */
export interface Store {
  readonly db: Database;
  readonly path: string;
  truncateLog(): void;
  compact(): void;
  close(): void;
}

/** How long a statement waits for another process that holds the file (a backup, a reader) before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens (or makes) the store in a folder and migrates it. The folder becomes 0700 and the files 0600: they hold call data.
 * Write-ahead log with `synchronous=FULL`: what was acknowledged survives a power cut. `secure_delete` overwrites what is
 * deleted. The caller holds the owner lock.
 */
export async function openStore(folder: string, now: () => number): Promise<Store> {
  makePrivateFolder(folder);
  const path = join(folder, "intake.db");
  // Made before SQLite does, so that it never exists with wider rights; -wal and -shm inherit these.
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
  const connection = new LibsqlDatabase(path, { timeout: BUSY_TIMEOUT_MS });
  connection.exec("pragma journal_mode = wal");
  connection.exec("pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma temp_store = memory");
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: sqliteAdapter(connection) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const truncateLog = () => {
    connection.exec("pragma wal_checkpoint(truncate)");
  };
  await migrate(db, ALL_MIGRATIONS, now);
  return {
    db,
    path,
    truncateLog,
    compact: () => {
      connection.exec("vacuum");
      truncateLog();
    },
    close: () => {
      if (!connection.open) return;
      try {
        truncateLog();
      } catch {
        // A full or read-only disk: the log stays and is read at the next start. A test closes such a store.
      }
      connection.close();
    },
  };
}
