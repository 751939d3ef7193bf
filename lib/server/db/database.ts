import "server-only";
import type { Kysely } from "kysely";
import type { Schema } from "./schema";

/**
 * A connection or an open transaction. Repositories take it first and never start a transaction themselves: the service
 * that owns the use case does, with `db.transaction().execute(async (trx) => …)`, and passes `trx` on. Using the outer `db`
 * inside that callback would wait for itself for ever: there is one connection.
 */
export type Database = Kysely<Schema>;
