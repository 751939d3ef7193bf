import "server-only";

const MARK = "\u0001";
/** Names what SQLite would not give back: it cuts text at U+0000 when read, and a lone surrogate becomes U+FFFD when written. */
const AT_RISK = /[\u0000\u0001]/;

/** Text as it is bound. Reversible and one to one, so comparing and unique indexes work on the encoded form. */
export function encodeColumnText(text: string): string {
  if (!AT_RISK.test(text) && text.isWellFormed()) return text;
  return MARK + JSON.stringify(text);
}

/** The text that was bound. */
export function decodeColumnText(stored: string): string {
  if (!stored.startsWith(MARK)) return stored;
  return JSON.parse(stored.slice(MARK.length)) as string; // written by encodeColumnText, which marks nothing but JSON strings
}
