import { describeCharacter } from "./describe-character";
import { lineIndex } from "./line-index";
import { cutsPair } from "./surrogates";

/** Why a text is not JSON, with the spot. It says nothing of what was sent or taken in: that is known to who asked. */
export interface JsonSyntaxProblem {
  /** `depth` is well-formed so far and nested too deeply; `empty` holds nothing but white space. */
  readonly kind: "syntax" | "depth" | "empty";
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** "a comma or a }". */
  readonly expected: string;
  /** "a single quote", "the end of the text". */
  readonly found: string;
  /** One sentence for people, without line and column of the spot itself. */
  readonly message: string;
  /** The line of the spot, or a window of at most 160 characters of it. */
  readonly lineText: string;
  /** Column of the first character of `lineText`. */
  readonly lineTextOffset: number;
}

/** What the scanner knows when it stops. */
export interface Fault {
  readonly kind: JsonSyntaxProblem["kind"];
  readonly offset: number;
  readonly expected: string;
  /** Begin of the sentence: "After an item of an array". */
  readonly situation: string;
  /** What is still open at the spot; told when the text ends there. */
  readonly inside?: { readonly what: "a string" | "an array" | "an object"; readonly start: number };
  /** Replaces the sentence where the usual pattern reads badly. */
  readonly sentence?: string;
}

/** One screen line at the size in which the editor shows the spot. */
const MAX_LINE_TEXT = 160;

/** Puts a fault in words and shows its line. */
export function syntaxProblem(text: string, fault: Fault): JsonSyntaxProblem {
  const lines = lineIndex(text);
  const { line, column } = lines.position(fault.offset);
  const found = describeCharacter(text, fault.offset);
  const lineStart = fault.offset - column + 1;
  const shown = lineWindow(text, { lineStart, lineEnd: Math.max(lines.lineEnd(line), lineStart), spot: fault.offset });
  const opened = fault.inside === undefined ? null : lines.position(fault.inside.start);
  const endsInside = opened !== null && fault.offset >= text.length;
  const ends = endsInside ? `The text ends inside ${fault.inside?.what ?? ""} that begins on line ${opened.line}, column ${opened.column}.` : undefined;
  const message = fault.sentence ?? ends ?? `${fault.situation} ${fault.expected} was expected, and there is ${found}.`;
  return {
    kind: fault.kind,
    offset: fault.offset,
    line,
    column,
    expected: fault.expected,
    found,
    message,
    lineText: text.slice(shown.start, shown.end),
    lineTextOffset: shown.start - lineStart + 1,
  };
}

/** The same problem seen from a larger text of which the judged one is the part at `offset`, one whole line. */
export function onLine(problem: JsonSyntaxProblem, place: { readonly offset: number; readonly line: number }): JsonSyntaxProblem {
  return { ...problem, offset: problem.offset + place.offset, line: place.line };
}

function lineWindow(text: string, place: { readonly lineStart: number; readonly lineEnd: number; readonly spot: number }): { start: number; end: number } {
  const { lineStart, lineEnd, spot } = place;
  if (lineEnd - lineStart <= MAX_LINE_TEXT) return { start: lineStart, end: lineEnd };
  const latestStart = lineEnd - MAX_LINE_TEXT;
  const start = Math.max(lineStart, Math.min(spot - MAX_LINE_TEXT / 2, latestStart));
  return { start: start + (cutsPair(text, start) ? 1 : 0), end: start + MAX_LINE_TEXT - (cutsPair(text, start + MAX_LINE_TEXT) ? 1 : 0) };
}
