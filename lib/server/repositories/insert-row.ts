import "server-only";
import { CompiledQuery, type Insertable } from "kysely";
import type { Database } from "@/lib/server/db/database";
import type { Schema } from "@/lib/server/db/schema";

const texts = new Map<string, string>();

/**
 * Adds one row by a statement whose text is made once per table and set of columns: building it anew costs more than running it,
 * which counts where 50,000 rows come one after another. `computed` are columns whose values are SQL of ours, never of a person's.
 */
export async function insertRow<Table extends keyof Schema>(db: Database, table: Table, row: Insertable<Schema[Table]>, computed: Readonly<Record<string, string>> = {}): Promise<bigint | undefined> {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  const key = `${table} ${entries.map(([column]) => column).join()} ${Object.keys(computed).join()}`;
  const text = texts.get(key) ?? statementOf(table, entries.map(([column]) => column), computed);
  texts.set(key, text);
  const { insertId } = await db.executeQuery(CompiledQuery.raw(text, entries.map(([, value]) => value)));
  return insertId;
}

function statementOf(table: string, columns: readonly string[], computed: Readonly<Record<string, string>>): string {
  const names = [...columns, ...Object.keys(computed)].map(snake);
  const values = [...columns.map(() => "?"), ...Object.values(computed)];
  return `insert into ${snake(table)} (${names.join(", ")}) values (${values.join(", ")})`;
}

/** As Kysely's CamelCasePlugin writes names: "sourceNotesJson" is "source_notes_json", "keyLast4" is "key_last4". */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
