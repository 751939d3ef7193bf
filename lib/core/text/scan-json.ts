import { failure, success, type Result } from "@/lib/core/result";
import type { JsonMember, JsonNode } from "./json-node";
import type { JsonPath } from "./json-path";
import { escapeFault, numberFault, stringFault } from "./json-faults";
import { syntaxProblem, type Fault, type JsonSyntaxProblem } from "./json-syntax-problem";

/**
 * Levels of objects and arrays inside each other. A call needs 4; JSON.parse takes a million levels and most of what would
 * handle the value afterwards overflows its stack at some thousands, so the cap stands before anything else.
 */
export const MAX_DEPTH = 100;

export interface DuplicateKey {
  /** Path of the object that holds the key more than once. */
  readonly path: JsonPath;
  readonly key: string;
  /** Where the repeated key's token starts. */
  readonly offset: number;
}

export interface ParsedJson {
  readonly root: JsonNode;
  /** Exclusive end of the value, before white space that follows. */
  readonly end: number;
  /** One entry for each repetition, in source order. */
  readonly duplicateKeys: readonly DuplicateKey[];
}

export interface ParseOptions {
  /** Where to begin; offsets in the answer still count from the start of the text. */
  readonly start?: number;
  /** Stop after the first value whatever follows; else only white space may follow. */
  readonly allowTrailing?: boolean;
}

/**
 * Reads JSON strictly as RFC 8259 has it, keeping the place of every value. Agrees with JSON.parse on what is JSON, except
 * that more than MAX_DEPTH levels are refused (`kind: "depth"`).
 */
export function parseJson(text: string, options: ParseOptions = {}): Result<ParsedJson, JsonSyntaxProblem> {
  const scanner = new Scanner(text, options.start ?? 0);
  const root = scanner.scanDocument(options.allowTrailing ?? false);
  if (root === null) return failure(syntaxProblem(text, scanner.fault));
  return success({ root, end: root.end, duplicateKeys: scanner.duplicateKeys });
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const SMALL_U = 0x75;
const SMALL_E = 0x65;
const LARGE_E = 0x45;
const BLANK = 0x20;
/** Up to here comparing keys one by one is faster than keeping a set of them (measured on calls of 10,000 turns). */
const SMALL_OBJECT = 12;

/** What stands in a string as it is. Sticky: the engine's matcher runs over it faster than a loop over char codes (2.6 against 3.9 ms per 1.5 MB). */
const PLAIN_RUN = /[^"\\\u0000-\u001f]*/y;
/** Longest string that is looked up among those already read, and how many of them are kept at hand. */
const LONGEST_SHARED = 24;
const SHARED_SLOTS = 256;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const FOUR_HEX = /^[0-9a-fA-F]{4}$/;
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
/** The characters that may follow a backslash, apart from u: " / \ b f n r t. */
const isShortEscape = (code: number): boolean =>
  code === QUOTE || code === 0x2f || code === BACKSLASH || code === 0x62 || code === 0x66 || code === 0x6e || code === 0x72 || code === 0x74;

/**
 * One pass over char codes. Each scan method leaves `position` behind what it read, or sets `fault` and answers null; the
 * depth cap bounds the recursion.
 */
class Scanner {
  readonly text: string;
  position: number;
  depth = 0;
  itemCount = 0;
  memberCount = 0;
  fault: Fault = { kind: "empty", offset: 0, situation: "", expected: "a JSON value", sentence: "The text is empty: a JSON value was expected." };
  readonly duplicateKeys: DuplicateKey[] = [];
  /** Path of the value that is being read; what stands behind the current level is left over. */
  readonly path: (string | number)[] = [];
  /**
   * What the open containers hold so far, innermost last. A container takes its part as an array of exact size when it closes:
   * arrays grown one by one keep room for 17, and the garbage of that was half of the time.
   */
  readonly openItems: JsonNode[] = [];
  readonly openMembers: JsonMember[] = [];
  readonly shared: string[] = [];

  constructor(text: string, start: number) {
    this.text = text;
    this.position = start;
  }

  scanDocument(allowTrailing: boolean): JsonNode | null {
    this.skipWhite();
    if (this.position >= this.text.length) {
      this.fault = { ...this.fault, offset: this.text.length };
      return null;
    }
    const root = this.scanValue("At the start of the text", null);
    if (root === null || allowTrailing) return root;
    this.skipWhite();
    if (this.position >= this.text.length) return root;
    return this.fail({ situation: "After the end of the JSON value", expected: "nothing more" });
  }

  /** `key` only completes the sentence of a fault: building the sentence for each value would double the time. */
  private scanValue(situation: string, key: string | null): JsonNode | null {
    const code = this.text.charCodeAt(this.position);
    if (code === QUOTE) return this.scanStringNode();
    if (code === OPEN_BRACE || code === OPEN_BRACKET) return this.scanContainer(code);
    if (code === MINUS || isDigit(code)) return this.scanNumber();
    return this.scanLiteral("true") ?? this.scanLiteral("false") ?? this.scanLiteral("null") ?? this.failValue(situation, key);
  }

  private failValue(situation: string, key: string | null): null {
    return this.fail({ situation: key === null ? situation : `After the key ${shownKey(key)} and its colon`, expected: "a value" });
  }

  private scanContainer(code: number): JsonNode | null {
    if (this.depth >= MAX_DEPTH) return this.failDepth();
    this.depth += 1;
    const node = code === OPEN_BRACE ? this.scanObject() : this.scanArray();
    this.depth -= 1;
    return node;
  }

  private scanLiteral(word: "true" | "false" | "null"): JsonNode | null {
    const start = this.position;
    if (!this.text.startsWith(word, start)) return null;
    this.position = start + word.length;
    return { type: word, start, end: this.position };
  }

  private scanStringNode(): JsonNode | null {
    const start = this.position;
    const value = this.scanString();
    return value === null ? null : { type: "string", start, end: this.position, value };
  }

  private scanString(): string | null {
    const text = this.text;
    const start = this.position;
    let at = start + 1;
    let hasEscape = false;
    for (;;) {
      PLAIN_RUN.lastIndex = at;
      PLAIN_RUN.test(text);
      at = PLAIN_RUN.lastIndex;
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code !== BACKSLASH) return this.fail(stringFault(text, start, at));
      const length = this.escapeLength(at);
      if (length === 0) return this.fail(escapeFault(text, start, at));
      hasEscape = true;
      at += length;
    }
    this.position = at + 1;
    if (!hasEscape) return this.sharedSlice(start + 1, at);
    // The token is judged by now; the engine's own decoder is several times faster than ours could be.
    const value: unknown = JSON.parse(text.slice(start, at + 1));
    return typeof value === "string" ? value : null;
  }

  /** The text between two offsets. Short ones, keys above all, repeat thousands of times in a call: one string serves them all. */
  private sharedSlice(start: number, end: number): string {
    const text = this.text;
    const length = end - start;
    if (length === 0 || length > LONGEST_SHARED) return text.slice(start, end);
    const slot = (length * 31 + text.charCodeAt(start) * 7 + text.charCodeAt(end - 1)) & (SHARED_SLOTS - 1);
    const known = this.shared[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    const fresh = text.slice(start, end);
    this.shared[slot] = fresh;
    return fresh;
  }

  /** Code units of the escape at `at`, or 0 where it is none. */
  private escapeLength(at: number): number {
    const code = this.text.charCodeAt(at + 1);
    if (code === SMALL_U) return FOUR_HEX.test(this.text.slice(at + 2, at + 6)) ? 6 : 0;
    return isShortEscape(code) ? 2 : 0;
  }

  private scanNumber(): JsonNode | null {
    const text = this.text;
    const start = this.position;
    NUMBER.lastIndex = start;
    const end = NUMBER.test(text) ? NUMBER.lastIndex : start;
    const next = text.charCodeAt(end);
    if (end === start || isDigit(next) || next === POINT || next === SMALL_E || next === LARGE_E) return this.fail(numberFault(text, start));
    this.position = end;
    return { type: "number", start, end, source: text.slice(start, end) };
  }

  private scanArray(): JsonNode | null {
    const start = this.position;
    const place = this.depth - 1;
    const base = this.itemCount;
    this.position = start + 1;
    let code = this.skipWhite();
    while (code !== CLOSE_BRACKET) {
      const count = this.itemCount - base;
      this.path[place] = count;
      if (this.position >= this.text.length) return this.fail({ situation: "", expected: "a value or a ]", inside: { what: "an array", start } });
      const item = this.scanValue(count === 0 ? "At the start of an array" : "After a comma in an array", null);
      if (item === null) return null;
      this.openItems[this.itemCount] = item;
      this.itemCount += 1;
      code = this.skipWhite();
      if (code === COMMA) {
        const comma = this.position;
        this.position = comma + 1;
        code = this.skipWhite();
        if (code === CLOSE_BRACKET) return this.fail({ offset: comma, situation: "After the last item of an array", expected: "a ]" });
      } else if (code !== CLOSE_BRACKET) return this.fail({ situation: "After an item of an array", expected: "a comma or a ]", inside: { what: "an array", start } });
    }
    this.position += 1;
    const items = this.openItems.slice(base, this.itemCount);
    this.itemCount = base;
    return { type: "array", start, end: this.position, items };
  }

  private scanObject(): JsonNode | null {
    const start = this.position;
    const place = this.depth - 1;
    const base = this.memberCount;
    let seen: Set<string> | null = null;
    this.position = start + 1;
    let code = this.skipWhite();
    while (code !== CLOSE_BRACE) {
      const entry = this.scanMember(place, start);
      if (entry === null) return null;
      if (this.memberCount - base === SMALL_OBJECT) seen = new Set(this.openMembers.slice(base, this.memberCount).map(({ key }) => key));
      if (seen === null ? this.hasKey(base, entry.key) : seen.has(entry.key)) this.duplicateKeys.push({ path: this.path.slice(0, place), key: entry.key, offset: entry.keyStart });
      seen?.add(entry.key);
      this.openMembers[this.memberCount] = entry;
      this.memberCount += 1;
      code = this.skipWhite();
      if (code === COMMA) {
        const comma = this.position;
        this.position = comma + 1;
        code = this.skipWhite();
        if (code === CLOSE_BRACE) return this.fail({ offset: comma, situation: "After the last member of an object", expected: "a }" });
      } else if (code !== CLOSE_BRACE) return this.fail({ situation: "After a member of an object", expected: "a comma or a }", inside: { what: "an object", start } });
    }
    this.position += 1;
    const members = this.openMembers.slice(base, this.memberCount);
    this.memberCount = base;
    return { type: "object", start, end: this.position, members };
  }

  private scanMember(place: number, objectStart: number): JsonMember | null {
    const keyStart = this.position;
    if (this.text.charCodeAt(keyStart) !== QUOTE) return this.failMember(objectStart, "In an object", "a key in double quotes");
    const key = this.scanKey();
    if (key === null) return null;
    const keyEnd = this.position;
    if (this.skipWhite() !== COLON) return this.failMember(objectStart, `After the key ${shownKey(key)}`, "a colon");
    this.position += 1;
    this.skipWhite();
    if (this.position >= this.text.length) return this.failMember(objectStart, "", "a value");
    this.path[place] = key;
    const value = this.scanValue("", key);
    return value === null ? null : { key, keyStart, keyEnd, value };
  }

  /**
   * What is left over at this place of the stack is the same member of the object before, whose key is mostly the same: then it
   * need not be read. Only for keys without escapes, which stand in the text as they are.
   */
  private scanKey(): string | null {
    const guess = this.openMembers[this.memberCount];
    if (guess === undefined || guess.keyEnd - guess.keyStart !== guess.key.length + 2) return this.scanString();
    const end = this.position + guess.key.length + 1;
    if (this.text.charCodeAt(end) !== QUOTE || !this.text.startsWith(guess.key, this.position + 1)) return this.scanString();
    this.position = end + 1;
    return guess.key;
  }

  private failMember(objectStart: number, situation: string, expected: string): null {
    return this.fail({ situation, expected, inside: { what: "an object", start: objectStart } });
  }

  private hasKey(base: number, key: string): boolean {
    for (let index = base; index < this.memberCount; index += 1) if (this.openMembers[index]?.key === key) return true;
    return false;
  }

  /** Moves to the next character that is no white space and answers its code, NaN at the end. */
  private skipWhite(): number {
    let at = this.position;
    let code = this.text.charCodeAt(at);
    while (code === BLANK || code === 10 || code === 13 || code === 9) {
      at += 1;
      code = this.text.charCodeAt(at);
    }
    this.position = at;
    return code;
  }

  private fail(fault: Omit<Fault, "kind" | "offset"> & { readonly offset?: number }): null {
    this.fault = { kind: "syntax", ...fault, offset: fault.offset ?? this.position };
    return null;
  }

  private failDepth(): null {
    const sentence = `Objects and arrays are nested more than ${MAX_DEPTH} levels deep here, which is more than Intake reads.`;
    this.fault = { kind: "depth", offset: this.position, situation: "", expected: `at most ${MAX_DEPTH} levels of nesting`, sentence };
    return null;
  }
}

function shownKey(key: string): string {
  return JSON.stringify(key.length > 40 ? `${key.slice(0, 39)}…` : key);
}
