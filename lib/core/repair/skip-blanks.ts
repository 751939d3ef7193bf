import { isBlank } from "@/lib/core/records/next-character";
import type { RepairCursor } from "./repair-cursor";

/** No-break and other wide blanks, and characters without width: what word processors and chats put between values. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/;

/** Goes over white space, and over what JSON does not take for white space but is meant as such; comments are taken out. */
export function skipBlanks(cursor: RepairCursor): void {
  const { text } = cursor;
  for (;;) {
    while (cursor.at < text.length && isBlank(text.charCodeAt(cursor.at))) cursor.at += 1;
    const character = text.charAt(cursor.at);
    if (character === "/" || character === "#") {
      if (!skipComment(cursor)) return;
    } else if (character !== "" && ODD_BLANK.test(character)) skipOddBlanks(cursor);
    else return;
  }
}

function skipOddBlanks(cursor: RepairCursor): void {
  const offset = cursor.at;
  while (ODD_BLANK.test(cursor.text.charAt(cursor.at))) cursor.at += 1;
  const code = `U+${cursor.text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0")}`;
  const count = cursor.at - offset;
  const sentence = count === 1 ? `Odd blank between values (${code})` : `${count} odd blanks between values (${code})`;
  cursor.change("blank", { offset, end: cursor.at }, { inserted: "", sentence, outcome: "removed" });
}

function skipComment(cursor: RepairCursor): boolean {
  const { text, at: offset } = cursor;
  let end: number;
  if (text.startsWith("/*", offset)) {
    const close = text.indexOf("*/", offset + 2);
    end = close < 0 ? text.length : close + 2;
  } else if (text.startsWith("//", offset) || text.startsWith("#", offset)) end = lineEnd(text, offset);
  else return false;
  cursor.at = end;
  cursor.change("comment", { offset, end }, { inserted: "", sentence: `Comment, ${end - offset} characters`, outcome: "removed" });
  return true;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
