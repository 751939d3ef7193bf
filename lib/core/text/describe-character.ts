const NAMES: ReadonlyMap<string, string> = new Map([
  [",", "a comma"],
  [":", "a colon"],
  [";", "a semicolon"],
  ['"', "a double quote"],
  ["'", "a single quote"],
  ["`", "a backtick"],
  ["\\", "a backslash"],
  ["\n", "a line break"],
  ["\r", "a line break"],
  ["\t", "a tab"],
  [" ", "a blank"],
  ["/", "a slash"],
  [".", "a point"],
  ["-", "a hyphen"],
  ["+", "a plus sign"],
  ["\u00A0", "a no-break space (U+00A0)"],
  ["\uFEFF", "a byte order mark (U+FEFF)"],
  ["\u2018", "a curly quote (\u2018)"],
  ["\u2019", "a curly quote (\u2019)"],
  ["\u201C", "a curly quote (\u201C)"],
  ["\u201D", "a curly quote (\u201D)"],
]);

/** Words that other notations have and JSON lacks, with what JSON writes for them. */
const FOREIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ["True", "the Python word True (JSON writes true)"],
  ["False", "the Python word False (JSON writes false)"],
  ["None", "the Python word None (JSON writes null)"],
  ["NaN", "the word NaN, which JSON does not have"],
  ["Infinity", "the word Infinity, which JSON does not have"],
  ["undefined", "the word undefined, which JSON does not have"],
]);

const WORD = /[\p{L}_$][\p{L}\p{N}_$]{0,39}/uy;
const INVISIBLE = /^[\p{C}\p{Z}]$/u;

/** What stands at an offset, with its article, for the end of "…, and there is". The end of the text is "the end of the text". */
export function describeCharacter(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  if (point === undefined) return "the end of the text";
  if (text.startsWith("//", offset) || text.startsWith("/*", offset)) return "a comment, which JSON does not have";
  const character = String.fromCodePoint(point);
  const name = NAMES.get(character);
  if (name !== undefined) return name;
  WORD.lastIndex = offset;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) return FOREIGN_WORDS.get(word) ?? (word.length === 1 ? `the letter ${word}` : `the word ${word}`);
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  if (INVISIBLE.test(character)) return `an invisible character (${code})`;
  return point < 0x7f ? `a ${character}` : `${character} (${code})`;
}
