import { existsSync, statSync } from "node:fs";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "@/lib/server/db/open-store";
import { openTestStore, type TestStore } from "@/tests/support/test-store";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});
afterEach(() => opened.close());

test("keeps text with U+0000, lone surrogates and booleans as they were given", async () => {
  const names = ["plain", "cut\u0000here", "lone\ud800", "\u0001marked", "é漢😀"];
  for (const [index, name] of names.entries()) {
    await opened.db
      .insertInto("batches")
      .values({ id: `b${index}`, name, kind: "paste", recordCount: 1, complete: 1, createdAt: 1_731_400_000_000 + index })
      .execute();
  }
  const rows = await opened.db.selectFrom("batches").select(["name", "createdAt"]).orderBy("createdAt").execute();
  expect(rows.map((row) => row.name)).toEqual(names);
  expect(await opened.db.selectFrom("batches").select("id").where("name", "=", "cut\u0000here").executeTakeFirst()).toEqual({ id: "b1" });
});

test("compacts after many statements", async () => {
  await opened.db.transaction().execute(async (trx) => {
    await trx.updateTable("changes").set({ seq: 2 }).where("id", "=", 1).returning("seq").execute();
  });
  opened.store.compact();
});

test("leaves an empty log behind when it is closed, and closes even where nothing can be written", async () => {
  await opened.db.updateTable("changes").set({ seq: 7 }).where("id", "=", 1).execute();
  opened.store.close();
  expect(existsSync(`${opened.store.path}-wal`) ? statSync(`${opened.store.path}-wal`).size : 0).toBe(0);
  const again = await openStore(opened.folder, () => 5);
  expect(await again.db.selectFrom("changes").select("seq").executeTakeFirst()).toEqual({ seq: 7 });
  await sql.raw("pragma query_only = on").execute(again.db);
  again.close();
  again.close();
});
