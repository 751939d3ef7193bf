import type { RepairCursor } from "./repair-cursor";

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z_.$])/y;
const WORD = /-?[\p{L}_$][\p{L}\p{N}_$]*/uy;
const KEY = /[\p{L}_$][\p{L}\p{N}_$-]{0,199}/uy;
const DIGITS = /[0-9]{1,20}(?=\s*:)/y;

const PYTHON: ReadonlyMap<string, string> = new Map([["True", "true"], ["False", "false"], ["None", "null"]]);
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ["NaN", "null"], ["Infinity", "null"], ["-Infinity", "null"], ["undefined", "null"], ["nan", "null"], ["inf", "null"], ["-inf", "null"],
  ["TRUE", "true"], ["FALSE", "false"], ["NULL", "null"], ["nil", "null"],
]);

/** Reads a number or a word; words of other notations become JSON's. Gives up at any other word: what was meant cannot be known. */
export function repairWord(cursor: RepairCursor, situation: string): boolean {
  const end = matchEnd(NUMBER, cursor);
  if (end > 0) {
    cursor.at = end;
    return true;
  }
  const offset = cursor.at;
  const wordEnd = matchEnd(WORD, cursor);
  const word = cursor.text.slice(offset, Math.max(offset, wordEnd));
  if (word === "true" || word === "false" || word === "null") {
    cursor.at = wordEnd;
    return true;
  }
  const python = PYTHON.get(word);
  const known = python ?? FOREIGN.get(word);
  if (known === undefined) return cutWord(cursor, word) ? cursor.stop(situation, "a value", cursor.text.length) : cursor.stop(situation, "a value");
  cursor.at = wordEnd;
  const sentence = python === undefined ? `The word ${word}, which JSON does not have` : `Python word ${word}`;
  cursor.change(python === undefined ? "foreign-word" : "python-word", { offset, end: wordEnd }, { inserted: known, sentence, outcome: known });
  return true;
}

/** Whether the text ends in the middle of a word or number. */
function cutWord(cursor: RepairCursor, word: string): boolean {
  if (cursor.isAtEnd) return true;
  const rest = cursor.text.slice(cursor.at, cursor.at + 12).trimEnd();
  if (cursor.at + rest.length < cursor.text.trimEnd().length) return false;
  const isPart = ["true", "false", "null", "True", "False", "None"].some((known) => word !== "" && known.startsWith(word));
  return isPart || /^-?[0-9]*[.eE+-]*$/.test(rest);
}

/** Reads a key that stands without quotes and puts them round it. */
export function repairBareKey(cursor: RepairCursor): boolean {
  const offset = cursor.at;
  const end = Math.max(matchEnd(KEY, cursor), matchEnd(DIGITS, cursor));
  if (end <= 0) return cursor.stop("In an object", "a key in double quotes");
  const key = cursor.text.slice(offset, end);
  cursor.at = end;
  cursor.change("unquoted-key", { offset, end }, { inserted: `"${key}"`, sentence: `Key without quotes: ${key.slice(0, 40)}`, outcome: "double quotes" });
  return true;
}

/** The end of what matches here, or 0. */
function matchEnd(pattern: RegExp, cursor: RepairCursor): number {
  pattern.lastIndex = cursor.at;
  return pattern.test(cursor.text) ? pattern.lastIndex : 0;
}
