import { instantOf } from "./conversation";

/** What was known of the conversation before a repeat was sent. */
export interface BeforeSending {
  readonly conversationId: string;
  /** ISO 8601 as Zelto gave it, or null where it could not be read. */
  readonly updatedAt: string | null;
}

/** How a read-back of the transcript compares with the body sent now and with the one sent before. */
export interface ReadBackProof {
  readonly equalsNew: boolean;
  readonly equalsOld: boolean;
}

/**
 * Whether a conversation that was found proves that *this* upload arrived in it. A first upload is proved by being there. A
 * repeat finds the old conversation at once, so it needs an `updatedAt` later than before, or a transcript that equals the new
 * body and not the old one. `unproved` is no failure: the watch goes on.
 */
export function proveUpdate(before: BeforeSending | null, seen: { readonly id: string; readonly updatedAt: string | null }, readBack: ReadBackProof | null): "proved" | "unproved" {
  if (before?.conversationId !== seen.id) return "proved";
  const earlier = instantOf(before.updatedAt);
  const later = instantOf(seen.updatedAt);
  if (earlier !== null && later !== null && later > earlier) return "proved";
  return readBack !== null && readBack.equalsNew && !readBack.equalsOld ? "proved" : "unproved";
}
