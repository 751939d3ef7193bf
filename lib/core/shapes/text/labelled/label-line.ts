import { readMoment } from "@/lib/core/shapes/text/moments/read-moment";

/** A line that begins with what may be a speaker's label. Offsets count from the start of the line. */
export interface LabelLine {
  readonly word: string;
  readonly wordStart: number;
  readonly time: { readonly text: string; readonly start: number } | null;
  /** Where the words begin. */
  readonly textStart: number;
}

/** Bullets and quotation marks of e-mail and Markdown before a label. */
const BULLET = /^\s*(?:[-*•>]\s+)?/;
const HEAD_TIME = /^(?:[[(<]([^\])>]{1,40})[\])>]|((?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[ap]\.?m\.?)?))\s*[-–|]?\s*/i;
const STARS = /^(?:\*\*|__)/;
/** Ours: a label is at most 40 characters, begins with a letter, a digit or +, and has none of the marks of code and of sentences. */
const WORD = /^[\p{L}\p{N}+][^:：[\]()<>{}=|"\\/;?!\n]{0,39}?(?=\s*(?:[:：]|\*\*|__|[[(]|\s[-–@|]\s|$))/u;
const TAIL_TIME = /^\s*(?:[[(]([^\])]{1,40})[\])]|\s[-–@|]\s+(.{1,40}?)(?=\s*(?:\*\*|__)?\s*(?:[:：](?!\d)|$)))/;
const COLON = /^\s*(?:\*\*|__)?\s*[:：](?:\*\*|__)?/;

/**
 * Reads "Agent: …", "[00:12] Agent: …", "Agent (10:02 AM): …", "Agent - 00:12" and the like; null for other lines. Whether the word
 * is a speaker's is not judged here. "10:30" and "https:" are no labels.
 */
export function readLabelLine(line: string): LabelLine | null {
  let at = BULLET.exec(line.slice(0, 20))?.[0].length ?? 0;
  const head = HEAD_TIME.exec(line.slice(at, at + 60));
  const headText = head?.[1] ?? head?.[2];
  let time: LabelLine["time"] = null;
  if (head && headText !== undefined && isTime(headText)) {
    time = { text: headText, start: at + head[0].indexOf(headText) };
    at += head[0].length;
  }
  at += STARS.exec(line.slice(at, at + 2))?.[0].length ?? 0;
  const word = WORD.exec(line.slice(at, at + 60))?.[0].trimEnd();
  if (word === undefined || !(/\p{L}/u.test(word) || /^\+?[\d\s-]{7,}$/.test(word))) return null;
  const wordStart = at;
  at += word.length;
  const tail = TAIL_TIME.exec(line.slice(at, at + 60));
  const tailText = tail?.[1] ?? tail?.[2];
  if (tail && tailText !== undefined) {
    if (!isTime(tailText)) return null;
    time ??= { text: tailText, start: at + tail[0].lastIndexOf(tailText) };
    at += tail[0].length;
  }
  return withWords(line, { word, wordStart, time, at });
}

function withWords(line: string, { word, wordStart, time, at }: Omit<LabelLine, "textStart"> & { readonly at: number }): LabelLine | null {
  const colon = COLON.exec(line.slice(at, at + 20));
  if (!colon) {
    // "Agent - 00:12" alone on its line: what is said follows below. "10:30 is free" is a sentence.
    const isAlone = time !== null && time.start > wordStart && line.slice(at).replace(/\*\*|__/g, "").trim() === "";
    return isAlone ? { word, wordStart, time, textStart: line.length } : null;
  }
  const after = at + colon[0].length;
  if (/^[/\d]/.test(line.slice(after, after + 1))) return null;
  return { word, wordStart, time, textStart: after + (/^\s*/.exec(line.slice(after))?.[0].length ?? 0) };
}

function isTime(text: string): boolean {
  const moment = readMoment(text);
  return moment !== null && moment.kind !== "number";
}
