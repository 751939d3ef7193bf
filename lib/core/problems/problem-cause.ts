import { fieldAt, patternOf } from "@/lib/core/call-ingest/field-guide";
import { PAST_DURATION_SECONDS } from "@/lib/core/call-ingest/limits";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { readFixId, type FixKind } from "./fix-kinds";
import { placeName } from "./place-name";
import type { Problem, ProblemFix, ProblemLevel } from "./problem";
import type { ProblemCode } from "./problem-codes";

/** What problems of many calls have in common: one code at one kind of place, in words without the numbers of a single call. */
export interface ProblemCause {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  /** Path with `[]` for any place in a list. */
  readonly pattern: string;
  readonly title: string;
  readonly why: string;
  readonly losesAll: boolean;
  /** The first fix; where what it writes differs from call to call, the id is its kind alone. */
  readonly fix: ProblemFix | null;
  /** Two problems have the same cause exactly where their keys are equal. */
  readonly key: string;
}

/** Ours: keys of a payload may be as long as they like; a list of causes may not. */
const MAX_WORDS = 300;

/** Titles that would name a number of one call. `name` is the place in general words. */
const COMMON_TITLES: Partial<Record<ProblemCode, (name: string) => string>> = {
  not_json: () => "This is not valid JSON yet",
  too_deep: () => "This is nested too deeply",
  too_long: (name) => `${name} is too long`,
  too_small: (name) => `${name} is less than 0`,
  not_integer: (name) => `${name} is not a whole number`,
  too_many_turns: () => "The transcript has too many turns",
  duplicate_key: (name) => `${name} is there more than once`,
  durations_disagree: () => "The duration and the two times disagree",
  end_before_start: (name) => `${name === "The call" ? name : "A turn"} ends before it starts`,
  turn_past_duration: () => "A turn lies after the end of the call",
  external_id_already_uploaded: () => "This updates a conversation that was uploaded before",
  invisible_characters: (name) => `${name} holds invisible characters`,
};

/** Reasons that would name what stands in one call. */
const COMMON_REASONS: Partial<Record<ProblemCode, string>> = {
  not_json: "Zelto answers 400 Invalid JSON and takes nothing in.",
  end_before_start: "Zelto does not check this and keeps it as it is.",
  turn_past_duration: `Up to ${PAST_DURATION_SECONDS} s over is usual.`,
  recording_expires: "Zelto copies the audio when it takes the call in, so send it before the link ends.",
};

/** Fixes whose detail is worked out from the values of one call. */
const COMMON_FIXES: Partial<Record<FixKind, string>> = {
  "set-end": "Let it end where the next turn starts",
  round: "Round to a whole number",
  "duration-from-times": "Set the duration from the two times",
  "to-number": "Write as a number",
  "to-date-time": "Write as a date-time with its zone",
  "remove-turn": "Delete the turn",
};

/** The cause of a problem; null for the line that only counts how many more there are. */
export function causeOf(problem: Problem): ProblemCause | null {
  if (problem.title.startsWith("… and ")) return null;
  const { code, level, path } = problem;
  const pattern = shorten(patternOf(path));
  const title = shorten(COMMON_TITLES[code]?.(commonName(path)) ?? withoutPlace(problem.title, path));
  const fix = commonFix(problem.fixes[0]);
  const key = JSON.stringify([code, pattern, title, fix?.id ?? null]);
  return { code, level, pattern, title, why: shorten(COMMON_REASONS[code] ?? problem.why), losesAll: problem.losesAll === true, fix, key };
}

function commonFix(fix: ProblemFix | undefined): ProblemFix | null {
  const read = fix === undefined ? null : readFixId(fix.id);
  if (fix === undefined || read === null) return null;
  const label = COMMON_FIXES[read.kind];
  if (label !== undefined) return { id: read.kind, label };
  return fix.id.length > MAX_WORDS ? null : { id: fix.id, label: shorten(fix.label) };
}

/** A place in general words: "Text of a turn", "Ended reason". */
function commonName(path: JsonPath): string {
  if (!isInTurn(path)) return path.some((segment) => typeof segment === "number") ? patternOf(path) : placeName(path);
  return path.length === 3 ? "A turn" : `${fieldAt(path)?.label ?? patternOf(path.slice(3))} of a turn`;
}

/** A title with the number of its turn taken out. */
function withoutPlace(title: string, path: JsonPath): string {
  if (!isInTurn(path)) return title;
  return title.replace(placeName(path), commonName(path)).replace(placeName(path.slice(0, 3)), "A turn").replace(formatPath(path), patternOf(path));
}

function isInTurn(path: JsonPath): boolean {
  return path[0] === "transcript" && path[1] === "turns" && typeof path[2] === "number";
}

function shorten(text: string): string {
  return text.length <= MAX_WORDS ? text : `${text.slice(0, MAX_WORDS - 1).toWellFormed()}…`;
}
