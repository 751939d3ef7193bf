import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import type { TurnDraft } from "./turn-draft";

/** Ours: 96 bits; two of a million different calls share one with a chance below 1 in 10^16. */
const DIGITS = 24;

/**
 * An id for a call whose source has none, made of what was said and when it began: the same file taken in twice updates and
 * does not double. White space and case of roles do not count; words and their order do.
 */
export function derivedId(turns: readonly Pick<TurnDraft, "role" | "content">[], startedAt: string | null): string {
  const said = turns.map(({ role, content }) => `${role}\u0000${content.replace(/\s+/g, " ").trim()}`);
  return `intake-${sha256Hex(utf8([startedAt ?? "", ...said].join("\u0001").toWellFormed())).slice(0, DIGITS)}`;
}
