import "server-only";
import type { Database } from "@/lib/server/db/database";
import { findDraft } from "@/lib/server/repositories/drafts";
import { forgetWords, indexWords, listStaleSearch } from "@/lib/server/repositories/search";
import { searchWords } from "./search-words";

/** Ours: an index of one long call takes up to 100 ms, so one search brings at most this many up to date. */
const AT_ONCE = 20;

/** Brings the search index up to the newest drafts. Done before a search, so that saving as one types stays cheap. */
export async function refreshSearch(db: Database): Promise<void> {
  for (const callId of await listStaleSearch(db, AT_ONCE)) {
    await db.transaction().execute(async (trx) => {
      const draft = await findDraft(trx, callId);
      if (draft) await indexWords(trx, callId, searchWords(new TextDecoder().decode(draft.bytes)));
      else await forgetWords(trx, [callId]);
    });
  }
}
