import { RepairCursor, type GiveUp, type RepairEdit } from "./repair-cursor";
import { repairValue, type OpenContainer } from "./repair-value";
import { skipBlanks } from "./skip-blanks";

/** What repairing made of a text. */
export interface RepairedSource {
  /** In any order; offsets in the text as given. */
  readonly edits: readonly RepairEdit[];
  /** Where it gave up or the text ended, with the containers open there; null where all was read. */
  readonly stopped: { readonly at: GiveUp; readonly open: readonly OpenContainer[] } | null;
  /** Complete values, and the end of the last one. */
  readonly values: number;
  readonly valuesEnd: number;
}

/** Ours: so many brackets are tried in text that stands before a value; log lines and code fences have a few at most. */
const MAX_TRIES = 20;

interface Attempt {
  readonly cursor: RepairCursor;
  readonly open: OpenContainer[];
  readonly isRead: boolean;
}

/** Reads the values of a text, one or several, broken or not, and the text round them. */
export function repairSource(text: string): RepairedSource {
  const edits: RepairEdit[] = [];
  let values = 0;
  let valuesEnd = 0;
  let tries = 0;
  for (let from = 0; ; ) {
    const leading = new RepairCursor(text, from);
    skipBlanks(leading);
    if (leading.isAtEnd && values > 0) return { edits: [...edits, ...leading.edits], stopped: null, values, valuesEnd };
    const found = findValue(text, leading.at, MAX_TRIES - tries);
    tries += found?.tries ?? 0;
    if (found === null || (!found.attempt.isRead && !isMeant(text, found.start, leading.at))) {
      if (values > 0) return { edits: [...edits, behind(text, valuesEnd)], stopped: null, values, valuesEnd };
      const at = leading.at;
      return { edits, stopped: { at: { offset: at, situation: "At the start of the text", expected: "a JSON value", isEnd: false }, open: [] }, values, valuesEnd };
    }
    const { attempt, start } = found;
    if (start > leading.at) edits.push(before(text, { offset: valuesEnd === 0 ? 0 : leading.at, end: start }, values));
    else edits.push(...leading.edits);
    edits.push(...attempt.cursor.edits);
    if (!attempt.isRead && attempt.cursor.stopped !== null) return { edits, stopped: { at: attempt.cursor.stopped, open: attempt.open }, values, valuesEnd };
    values += 1;
    valuesEnd = attempt.cursor.at;
    from = valuesEnd;
  }
}

/**
 * The value that begins at the first bracket that leads to one. A bracket at the very start counts even where it does not; text before
 * a value may hold brackets of its own (`[INFO]`).
 */
function findValue(text: string, from: number, maxTries: number): { readonly attempt: Attempt; readonly start: number; readonly tries: number } | null {
  let best: { readonly attempt: Attempt; readonly start: number; readonly tries: number } | null = null;
  let at = nextOpening(text, from);
  for (let tries = 1; tries <= Math.max(1, maxTries) && at >= 0; tries += 1) {
    const attempt = read(text, at);
    const found = { attempt, start: at, tries };
    if (attempt.isRead && (at === from || isWorthwhile(text, at, attempt.cursor.at))) return found;
    if (!attempt.isRead && (best === null || reach(attempt) > reach(best.attempt))) best = found;
    // What stands inside a broken value must not pass for the value.
    if (!attempt.isRead && isMeant(text, at, from)) return found;
    at = nextOpening(text, at + 1);
  }
  return best;
}

function read(text: string, start: number): Attempt {
  const cursor = new RepairCursor(text, start);
  const open: OpenContainer[] = [];
  return { cursor, open, isRead: repairValue(cursor, open) };
}

function reach({ cursor }: Attempt): number {
  return cursor.stopped?.offset ?? cursor.at;
}

/** `[12]` and `{}` stand in many texts. */
function isWorthwhile(text: string, start: number, end: number): boolean {
  return /["'\u201c\u2018:]/.test(text.slice(start, Math.min(end, start + 2_000)));
}

const OBJECT_START = /\{\s*(?:["'\u201c\u2018`][^"'\u201d\u2019`\n]{0,200}["'\u201d\u2019`]|[\p{L}_$][\p{L}\p{N}_$-]{0,200})\s*:/uy;
const ARRAY_START = /\[\s*[{["'\u201c\u2018]/y;

/** A brace at the very start needs no other sign. */
function isMeant(text: string, at: number, start: number): boolean {
  return (at === start && text.charAt(at) === "{") || beginsValue(text, at);
}

/** Whether a bracket is meant as JSON, and not as one in a sentence or round a time. */
function beginsValue(text: string, at: number): boolean {
  const pattern = text.charAt(at) === "{" ? OBJECT_START : ARRAY_START;
  pattern.lastIndex = at;
  return pattern.test(text);
}

function nextOpening(text: string, from: number): number {
  const brace = text.indexOf("{", from);
  const bracket = text.indexOf("[", from);
  return brace < 0 || bracket < 0 ? Math.max(brace, bracket) : Math.min(brace, bracket);
}

const FENCE_BEFORE = /^\s*(?:```|~~~)[A-Za-z0-9]*[ \t]*\r?\n\s*$/;
const FENCE_AFTER = /^\s*(?:```|~~~)\s*$/;

function before(text: string, span: { readonly offset: number; readonly end: number }, values: number): RepairEdit {
  const removed = text.slice(span.offset, span.end);
  if (FENCE_BEFORE.test(removed)) return { kind: "code-fence", offset: span.offset, removed, inserted: "", sentence: "Code fence before the value", outcome: "cut off" };
  const bracket = text.charAt(span.end) === "{" ? "brace" : "bracket";
  const sentence = values === 0 ? `Log text before the first ${bracket}, ${removed.length} characters` : `Text between two values, ${removed.length} characters`;
  return { kind: "text-before", offset: span.offset, removed, inserted: values === 0 ? "" : "\n", sentence, outcome: "cut off" };
}

function behind(text: string, offset: number): RepairEdit {
  const removed = text.slice(offset);
  if (FENCE_AFTER.test(removed)) return { kind: "code-fence", offset, removed, inserted: "", sentence: "Code fence behind the value", outcome: "cut off" };
  return { kind: "text-after", offset, removed, inserted: "", sentence: `Text behind the last bracket, ${removed.trim().length} characters`, outcome: "cut off" };
}
