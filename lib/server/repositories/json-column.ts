import "server-only";
import type * as z from "zod";

/** Reads a JSON column through the schema of what its repository writes. `JSON.stringify` escapes whatever SQLite text could not carry. */
export function readJsonColumn<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  return schema.parse(JSON.parse(text));
}

/** Reads a JSON column that may be null. */
export function readNullableJsonColumn<Schema extends z.ZodType>(schema: Schema, text: string | null): z.output<Schema> | null {
  return text === null ? null : readJsonColumn(schema, text);
}
