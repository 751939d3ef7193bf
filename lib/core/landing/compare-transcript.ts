/** A turn as it was sent: what a body's `transcript.turns[]` says. */
export interface ComparableTurn {
  readonly role: string;
  readonly content: string;
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
}

export interface SentTranscript {
  readonly turns: readonly ComparableTurn[];
  /** `systemPrompt` of the body, or null where it has none. */
  readonly systemPrompt: string | null;
}

export interface SeenTranscript {
  /** `content` of Zelto's transcript answer; its structure is not documented. */
  readonly content: unknown;
  readonly systemPrompt: string | null;
}

interface TurnDifference {
  /** Counted from 1, as turns are named on the screen; 0 where it is about the transcript as a whole. */
  readonly turn: number;
  /** "role", "text", "start", "end", "missing in Zelto", "only in Zelto". */
  readonly what: string;
  readonly sent: string;
  readonly seen: string;
}

export interface TranscriptComparison {
  readonly state: "matched" | "differs" | "not-comparable";
  readonly sentence: string;
  readonly turnsSent: number;
  readonly turnsEqual: number;
  readonly differences: readonly TurnDifference[];
}

/** Times may be rounded on the way: five hundredths of a second are not a difference. Ours. */
const TIME_TOLERANCE_SECONDS = 0.05;
const MAX_DIFFERENCES = 50;
const MAX_SHOWN = 200;

const ROLE_WORDS = new Map([["agent", "assistant"], ["bot", "assistant"], ["ai", "assistant"], ["human", "user"], ["customer", "user"]]);

/**
 * Compares the transcript read back from Zelto with the one that was sent, turn by turn: role, text, and the times that both sides
 * give. A leading system turn that Zelto took as the prompt (vendor's schema, `systemPrompt`) is no difference.
 */
export function compareTranscript(sent: SentTranscript, seen: SeenTranscript): TranscriptComparison {
  const seenTurns = readSeenTurns(seen.content);
  if (sent.turns.length === 0) return notComparable(0, "the body has no turns to compare");
  if (seenTurns === null) return notComparable(sent.turns.length, "Zelto gives the transcript in a form that Intake does not know");
  const promptTaken = promptBecameLeadingTurn(sent, seenTurns);
  const skipped = promptTaken ? 1 : 0;
  const sentTurns = sent.turns.slice(skipped);
  const { equal, differences } = compareTurns(sentTurns, seenTurns, skipped);
  const turnsEqual = equal + skipped;
  const total = sent.turns.length;
  if (differences.length === 0) {
    return { state: "matched", sentence: `Read back from Zelto: all ${count(total)} turns are as sent.`, turnsSent: total, turnsEqual, differences };
  }
  const sentence = `Read back from Zelto: ${count(turnsEqual)} of ${count(total)} turns are as sent. ${describe(differences[0])}`;
  return { state: "differs", sentence, turnsSent: total, turnsEqual, differences: differences.slice(0, MAX_DIFFERENCES) };
}

/** A comparison that could not be made, with the reason in the sentence. */
export function notComparable(turnsSent: number, reason: string): TranscriptComparison {
  return { state: "not-comparable", sentence: `Landed, not comparable: ${reason}.`, turnsSent, turnsEqual: 0, differences: [] };
}

function promptBecameLeadingTurn(sent: SentTranscript, seen: readonly ComparableTurn[]): boolean {
  const first = sent.turns[0];
  return first?.role === "system" && sent.systemPrompt === null && !(seen[0]?.role === "system" && seen[0].content === first.content);
}

function compareTurns(sent: readonly ComparableTurn[], seen: readonly ComparableTurn[], skipped: number): { readonly equal: number; readonly differences: readonly TurnDifference[] } {
  const shorter = Math.min(sent.length, seen.length);
  let head = 0;
  while (head < shorter && turnDifferences(sent[head], seen[head], 0).length === 0) head += 1;
  let tail = 0;
  while (tail < shorter - head && turnDifferences(sent.at(-1 - tail), seen.at(-1 - tail), 0).length === 0) tail += 1;
  const differences: TurnDifference[] = [];
  let equal = head + tail;
  const middle = Math.max(sent.length, seen.length) - tail;
  for (let index = head; index < middle; index += 1) {
    // Past the equal tail the two sides no longer pair up by place; a turn without partner is missing or extra.
    const sentTurn = index < sent.length - tail ? sent[index] : undefined;
    const seenTurn = index < seen.length - tail ? seen[index] : undefined;
    const found = turnDifferences(sentTurn, seenTurn, index + skipped + 1);
    if (found.length === 0 && sentTurn !== undefined) equal += 1;
    differences.push(...found);
  }
  return { equal, differences };
}

function turnDifferences(sent: ComparableTurn | undefined, seen: ComparableTurn | undefined, turn: number): readonly TurnDifference[] {
  if (sent === undefined) return seen === undefined ? [] : [{ turn, what: "only in Zelto", sent: "", seen: shorten(seen.content) }];
  if (seen === undefined) return [{ turn, what: "missing in Zelto", sent: shorten(sent.content), seen: "" }];
  const differences: TurnDifference[] = [];
  if (sent.role !== seen.role) differences.push({ turn, what: "role", sent: sent.role, seen: seen.role });
  if (sent.content !== seen.content) differences.push({ turn, what: "text", sent: shorten(sent.content), seen: shorten(seen.content) });
  if (timesDiffer(sent.startSeconds, seen.startSeconds)) differences.push({ turn, what: "start", sent: String(sent.startSeconds), seen: String(seen.startSeconds) });
  if (timesDiffer(sent.endSeconds, seen.endSeconds)) differences.push({ turn, what: "end", sent: String(sent.endSeconds), seen: String(seen.endSeconds) });
  return differences;
}

function timesDiffer(sent: number | null, seen: number | null): boolean {
  // Rounded to the millisecond first: 0.1 + 0.05 as doubles is a hair over 0.15.
  return sent !== null && seen !== null && Math.round(Math.abs(sent - seen) * 1_000) > TIME_TOLERANCE_SECONDS * 1_000;
}

/** Turns out of an undocumented structure: a list of objects with role and text, bare or under `turns` or `messages`. */
function readSeenTurns(content: unknown): readonly ComparableTurn[] | null {
  const list = Array.isArray(content) ? (content as readonly unknown[]) : listInside(content);
  if (list === null) return null;
  const turns: ComparableTurn[] = [];
  for (const item of list) {
    if (typeof item !== "object" || item === null) return null;
    const fields = new Map<string, unknown>(Object.entries(item));
    const role = fields.get("role");
    const text = fields.get("content") ?? fields.get("text") ?? fields.get("message");
    if (typeof role !== "string" || typeof text !== "string") return null;
    turns.push({
      role: ROLE_WORDS.get(role) ?? role,
      content: text,
      startSeconds: numberOrNull(fields.get("startSeconds")),
      endSeconds: numberOrNull(fields.get("endSeconds")),
    });
  }
  return turns;
}

function listInside(content: unknown): readonly unknown[] | null {
  if (typeof content !== "object" || content === null) return null;
  const fields = new Map<string, unknown>(Object.entries(content));
  const list = fields.get("turns") ?? fields.get("messages");
  return Array.isArray(list) ? list : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function describe(difference: TurnDifference | undefined): string {
  if (difference === undefined) return "";
  if (difference.what === "missing in Zelto" || difference.what === "only in Zelto") return `Turn ${count(difference.turn)} is ${difference.what}.`;
  return `Turn ${count(difference.turn)} differs in ${difference.what}.`;
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN - 1)}…`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
