import "server-only";
import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import type { Database } from "@/lib/server/db/database";
import { clearGuesses, takeGuess } from "@/lib/server/repositories/sessions";

/** Ours, after ASVS 6.3.1: with 16 characters at least, five guesses in five minutes lead nowhere. In all, not by address. */
const LIMIT = 5;
const WINDOW_MS = 5 * 60_000;

/** What became of a guess. `exhausted`: it was not even compared. */
export type GuessOutcome = "right" | "wrong" | "exhausted";

/** Compares a guess with the token. A guess is counted on disk before it is compared, so that a thousand at once get five. */
export async function guessToken(db: Database, given: string, access: { readonly token: string; readonly now: number }): Promise<GuessOutcome> {
  const taken = await takeGuess(db, { id: randomUUID(), at: access.now }, { since: access.now - WINDOW_MS, limit: LIMIT });
  if (!taken) return "exhausted";
  if (!sameText(given, access.token)) return "wrong";
  await clearGuesses(db);
  return "right";
}

/** Equal length by hashing, so that the comparison takes the same time whatever is given. */
function sameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash("sha256").update(left).digest(), createHash("sha256").update(right).digest());
}
