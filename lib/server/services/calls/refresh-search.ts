import "server-only";
import type { Database } from "@/lib/server/db/database";
import { findDraft } from "@/lib/server/repositories/drafts";
import { forgetWords, indexWords, listStaleSearch } from "@/lib/server/repositories/search";
import { searchWords } from "./search-words";

/** Ours: an index of one long call takes up to 100 ms, so one search brings at most this many up to date. */
const AT_ONCE = 20;

/**
 * Brings the search index up to the newest drafts: some calls in one transaction, at least one, and no further once the time is
 * over. Answers how many; 0 means that it is up to date. Done before a search, so that saving as one types stays cheap.
 */
export async function refreshSearch(db: Database, withinMs: number = Number.POSITIVE_INFINITY): Promise<number> {
  const stale = await listStaleSearch(db, AT_ONCE);
  if (stale.length === 0) return 0;
  const endAt = performance.now() + withinMs;
  return db.transaction().execute(async (trx) => {
    let done = 0;
    for (const callId of stale) {
      if (done > 0 && performance.now() > endAt) break;
      const draft = await findDraft(trx, callId);
      if (draft) await indexWords(trx, callId, searchWords(new TextDecoder().decode(draft.bytes)));
      else await forgetWords(trx, [callId]);
      done += 1;
    }
    return done;
  });
}
