import { nextCharacter } from "@/lib/core/records/next-character";
import type { RepairCursor } from "./repair-cursor";

/** Opening marks and the marks that close them. Curly quotes are often mixed up by the program that put them in. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["\u201c", "\u201d\u201c"],
  ["\u201d", "\u201d\u201c"],
  ["\u201e", "\u201c\u201d"],
  ["\u2018", "\u2019\u2018"],
  ["\u2019", "\u2019\u2018"],
]);

const NAMED_ESCAPES: ReadonlyMap<string, string> = new Map([["\n", "\\n"], ["\r", "\\r"], ["\t", "\\t"], ["\b", "\\b"], ["\f", "\\f"]]);

/** What needs no second look inside a text. Sticky: the engine's matcher is several times faster than a loop. */
const PLAIN_RUN = /[^"\\\u0000-\u001f]*/y;
const QUOTED_RUN = /[^"'`\u2018-\u201e\\\u0000-\u001f]*/y;

function runEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return pattern.lastIndex;
}

/** Whether a text stands here in any kind of quotes. */
export function opensString(character: string): boolean {
  return CLOSERS.has(character);
}

/**
 * Reads a text in quotes. Other quotes than double ones become double, characters that must be written as escapes become that; all
 * else stays. Gives up where the text has no end, or where its end is in doubt.
 */
export function repairString(cursor: RepairCursor): boolean {
  const opening = cursor.text.charAt(cursor.at);
  return opening === '"' ? repairPlain(cursor) : repairQuoted(cursor, CLOSERS.get(opening) ?? opening);
}

function repairPlain(cursor: RepairCursor): boolean {
  const { text } = cursor;
  const known = cursor.edits.length;
  let firstBreak = -1;
  for (cursor.at += 1; cursor.at < text.length; ) {
    const code = cursor.code;
    if (code === 0x22) {
      cursor.at += 1;
      return firstBreak < 0 || isFollowedWell(text, cursor.at) || unclosed(cursor, known, firstBreak);
    }
    if (code === 0x5c) {
      if (!keepEscape(cursor)) return false;
    } else if (code < 0x20) {
      if (firstBreak < 0 && (code === 10 || code === 13)) firstBreak = cursor.at;
      escapeControl(cursor);
      cursor.at += 1;
    } else cursor.at = runEnd(PLAIN_RUN, text, cursor.at);
  }
  cursor.edits.length = known;
  // Line ends at the very end were there before the text was cut.
  if (firstBreak >= 0 && text.slice(firstBreak).trim() !== "") return unclosed(cursor, known, firstBreak);
  return cursor.stop("In a string", "a double quote", text.length);
}

/** A string over lines that is followed by nothing that can follow a string was not closed on its first line. */
function unclosed(cursor: RepairCursor, known: number, firstBreak: number): false {
  cursor.edits.length = known;
  return cursor.stop("In a string", "a double quote", firstBreak);
}

function isFollowedWell(text: string, at: number): boolean {
  const next = nextCharacter(text, at);
  return next >= text.length || ",:}]".includes(text.charAt(next));
}

function keepEscape(cursor: RepairCursor): boolean {
  const { text, at } = cursor;
  const next = text.charAt(at + 1);
  if (next === "") {
    cursor.at = text.length;
    return cursor.stop("In a string", "a double quote");
  }
  const known = decodeEscape(text, at);
  if (known === null) return cursor.stop("After a backslash in a string", 'one of " \\ / b f n r t u', at + 1);
  if (known.inserted !== null) {
    cursor.change("escape", { offset: at, end: at + known.length }, { inserted: known.inserted, sentence: `Escape \\${next}, which JSON does not have`, outcome: "rewritten" });
  }
  cursor.at = at + known.length;
  return true;
}

/** An escape's length, and what JSON writes for it where it has another form. */
function decodeEscape(text: string, at: number): { readonly length: number; readonly inserted: string | null } | null {
  const rest = text.slice(at, at + 6);
  if (/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(rest)) return { length: rest.charAt(1) === "u" ? 6 : 2, inserted: null };
  if (rest.startsWith("\\'")) return { length: 2, inserted: "'" };
  if (/^\\x[0-9a-fA-F]{2}/.test(rest)) return { length: 4, inserted: `\\u00${rest.slice(2, 4)}` };
  return null;
}

function escapeControl(cursor: RepairCursor): void {
  const { at } = cursor;
  const character = cursor.text.charAt(at);
  const name = character === "\n" || character === "\r" ? "Line break" : character === "\t" ? "Tab" : "Control character";
  cursor.change("control-character", { offset: at, end: at + 1 }, { inserted: escapeOf(character), sentence: `${name} inside a text`, outcome: "written as an escape" });
}

function escapeOf(character: string): string {
  return NAMED_ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A text in single, curly or back quotes is written anew as one token. */
function repairQuoted(cursor: RepairCursor, closers: string): boolean {
  const { text, at: offset } = cursor;
  const content: string[] = [];
  let at = offset + 1;
  for (; at < text.length; ) {
    const character = text.charAt(at);
    if (closers.includes(character) && isFollowedWell(text, at + 1)) break;
    if (character === "\n" || character === "\r") return cursor.stop("In a string", `a ${text.charAt(offset)} that closes it`, at);
    if (character === "\\") {
      const escape = decodeEscape(text, at);
      if (escape === null) return cursor.stop("After a backslash in a string", 'one of " \\ / b f n r t u', at + 1);
      content.push(escape.inserted ?? text.slice(at, at + escape.length));
      at += escape.length;
    } else {
      const end = Math.max(at + 1, runEnd(QUOTED_RUN, text, at));
      content.push(character === '"' ? '\\"' : character < " " ? escapeOf(character) : text.slice(at, end));
      at = end;
    }
  }
  if (at >= text.length) return cursor.stop("In a string", "a quote that closes it", text.length);
  cursor.at = at + 1;
  const isCurly = text.charCodeAt(offset) > 0x7f;
  const sentence = isCurly ? "Text in curly quotes" : text.charAt(offset) === "`" ? "Text in backticks" : "Text in single quotes";
  cursor.change(isCurly ? "curly-quotes" : "single-quotes", { offset, end: at + 1 }, { inserted: `"${content.join("")}"`, sentence, outcome: "double quotes" });
  return true;
}
