import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@/lib/server/db/open-store";
import type { Database } from "@/lib/server/db/database";

export interface TestStore {
  readonly db: Database;
  readonly folder: string;
  readonly store: Store;
  /** Closes the store and removes its folder. */
  close(): void;
}

/** A real store in a folder of its own. */
export async function openTestStore(now: () => number = () => 1_731_400_000_000): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "intake-test-"));
  const store = await openStore(folder, now);
  return {
    db: store.db,
    folder,
    store,
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
