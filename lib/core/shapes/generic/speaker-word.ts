import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import type { Role } from "@/lib/core/call-ingest/limits";

/** A word of a source as the table of roles spells it: "EndUser" and "VirtualAgent" are two words each, "chat.visitor" ends in one. */
export function speakerWord(word: string): string {
  const trimmed = word.trim();
  if (canonicalRole(word) !== null) return word === trimmed ? word : capital(trimmed);
  const others = [trimmed.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2"), trimmed.split(/[.:/]/).at(-1) ?? "", firstWord(trimmed)];
  const known = others.find((other) => canonicalRole(other) !== null);
  return known === undefined ? trimmed : capital(known);
}

/** The role that the table has for a source's word, whichever way it is spelled. */
export function knownRole(word: string): Role | null {
  return canonicalRole(speakerWord(word));
}

/** With a capital, so that a word that was read into another is never taken for one that stands in the source. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "Visitor 4711" and "Agent #2" are numbered by the source; the word before says the side. */
function firstWord(text: string): string {
  return /^(\p{L}+)[\s_-]*#?\s*\d{1,12}$/u.exec(text)?.[1] ?? "";
}
