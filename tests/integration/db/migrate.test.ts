import { statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import LibsqlDatabase from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "@/lib/server/db/migrate";
import { ALL_MIGRATIONS } from "@/lib/server/db/migrations/all-migrations";
import { openStore } from "@/lib/server/db/open-store";
import { openTestStore, type TestStore } from "@/tests/support/test-store";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

const now = () => 5;
const tableNames = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`.execute(opened.db);
  return rows.map(({ name }) => name);
};

test("makes every table from nothing, numbered without a gap", async () => {
  expect(ALL_MIGRATIONS.map(({ number }) => number)).toEqual(ALL_MIGRATIONS.map((_, index) => index + 1));
  expect(await tableNames()).toEqual(expect.arrayContaining(["agents", "assignments", "attempts", "batches", "calls", "drafts", "search", "timeline", "uploads", "versions"]));
});

test("does nothing the second time", async () => {
  expect(await migrate(opened.db, ALL_MIGRATIONS, now)).toEqual({ applied: [] });
  opened.store.close();
  const again = await openStore(opened.folder, now);
  expect(await migrate(again.db, ALL_MIGRATIONS, now)).toEqual({ applied: [] });
  again.close();
});

test("applies only what is newer", async () => {
  const next = { number: ALL_MIGRATIONS.length + 1, name: "next", statements: ["create table later (id text primary key) strict"] };
  expect(await migrate(opened.db, [...ALL_MIGRATIONS, next], now)).toEqual({ applied: [next.number] });
  expect(await tableNames()).toContain("later");
});

test("takes along what the first release stored: a batch counts its sources, a call was what its source was", () => {
  const older = new LibsqlDatabase(join(opened.folder, "older.db"));
  const [first] = ALL_MIGRATIONS;
  for (const statement of first?.statements ?? []) older.exec(statement);
  older.exec(`insert into batches values ('b', 'Pasted', 'paste', 2, 1, 7);
    insert into sources values ('s1', 'b', 0, 'one.json', 10, 'aa', '[]'), ('s2', 'b', 1, 'two.json', 10, 'bb', '[]');
    insert into calls (id, batch_id, source_id, position, source_path, source_notes_json, shape, detection_json, provider, original, original_sha256, turn_count, ribbon_json,
      blocks, loses, odd, loses_all, fate, edited_since, excluded, search_stale, created_at, last_news_at)
      values ('c', 'b', 's1', 0, '', '[]', 'retell-webhook', '{}', 'retell', x'7b7d', 'cc', 3, '[]', 0, 0, 0, 0, 'draft', 0, 0, 0, 7, 7)`);
  for (const migration of ALL_MIGRATIONS.slice(1)) for (const statement of migration.statements) older.exec(statement);
  expect(older.prepare("select answers_json, source_count from batches").all()).toEqual([{ answers_json: "{}", source_count: 2 }]);
  expect(older.prepare("select source_shape, remarks_json, carried, changed, dropped, started_at from calls").all()).toEqual([
    { source_shape: "retell-webhook", remarks_json: "[]", carried: 0, changed: 0, dropped: 0, started_at: null },
  ]);
  older.close();
});

test("leaves the old form whole when a step fails half-way", async () => {
  const broken = { number: ALL_MIGRATIONS.length + 1, name: "broken", statements: ["create table half (id text primary key) strict", "create table half (id text)"] };
  await expect(migrate(opened.db, [...ALL_MIGRATIONS, broken], now)).rejects.toThrow("already exists");
  expect(await tableNames()).not.toContain("half");
  expect(await migrate(opened.db, ALL_MIGRATIONS, now)).toEqual({ applied: [] });
});

test("refuses a store that a newer Intake wrote, and changes nothing", async () => {
  await expect(migrate(opened.db, [], now)).rejects.toThrow("newer Intake");
});

test("keeps the folder and its files for their owner alone", () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect(mode(opened.folder)).toBe("700");
  for (const file of ["intake.db", "intake.db-wal", "intake.db-shm"]) expect(mode(join(opened.folder, file))).toBe("600");
});

test("is synced at every commit, overwrites what is deleted and holds its references", async () => {
  const pragma = async (name: string): Promise<unknown> => Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(opened.db)).rows[0] ?? {})[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe(2);
  expect(await pragma("secure_delete")).toBe(1);
  expect(await pragma("foreign_keys")).toBe(1);
});
