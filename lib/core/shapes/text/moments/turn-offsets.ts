import { secondsText } from "@/lib/core/shapes/build/decimal";
import { instantAt, type Instant } from "@/lib/core/shapes/build/instant";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { askDayOrder, askZone } from "./ask-moments";
import { epochMs, numberSeconds, type NumberUnit } from "./number-times";
import { readMoment, spanSeconds, type Moment } from "./read-moment";
import { provenOrder, wallMs, type DayOrder, type WrittenDate } from "./written-date";

/** When each turn began, counted from the call's start. */
export interface TurnOffsets {
  /** Number texts in seconds; undefined where a turn has no time or one that makes no sense. */
  readonly offsets: readonly (string | undefined)[];
  /** When the first timed turn was, where the source tells it with its zone. */
  readonly startedAt: Instant | null;
  /** Why times stay out, or how they were read; for the receipt. */
  readonly reason: string;
  /** The reading was assumed and not told: a sentence for the person. */
  readonly guess: string | null;
}

const FROM_FIRST = "Seconds since the first turn";
const DAY_SECONDS = 86_400;
const NO_TIMES: Pick<TurnOffsets, "startedAt" | "guess"> = { startedAt: null, guess: null };

/**
 * Offsets of turns whose times are texts, all read in one way: a list in which they are written in several ways gives none.
 * Times of day go on past midnight. Where a reading is open a person is asked.
 */
export function turnOffsets(times: readonly (string | null)[], context: ConversionContext, unit: NumberUnit = "open"): TurnOffsets {
  const moments = times.map((time) => (time === null ? null : readMoment(time)));
  const given = moments.filter((moment) => moment !== null);
  const kinds = new Set(given.map(({ kind }) => kind));
  // "9:59 PM" beside "10:02" is one way of writing; so is "12:05" beside "12:05:10".
  if (kinds.has("clock")) kinds.delete("span");
  const none = times.map(() => undefined);
  if (kinds.size === 0) return { ...NO_TIMES, offsets: none, reason: "No time that can be read" };
  if (kinds.size > 1) return { ...NO_TIMES, offsets: none, reason: "The times are written in more than one way" };
  const [kind] = kinds;
  switch (kind) {
    case "instant":
      return onCalendar(moments.map((moment) => (moment?.kind === "instant" ? moment.ms : null)), (ms) => instantAt(ms));
    case "date":
      return ofDates(moments, times, context);
    case "number":
      return ofNumbers(moments, context, unit);
    case "seconds":
      return { ...NO_TIMES, offsets: moments.map((moment) => (moment?.kind === "seconds" ? secondsText(moment.seconds) : undefined)), reason: "Seconds" };
    case "span":
      return ofSpans(moments, times, context);
    default:
      return { ...NO_TIMES, offsets: ofClock(moments), reason: FROM_FIRST };
  }
}

function onCalendar(values: readonly (number | null)[], instantOf: (ms: number) => Instant | null): TurnOffsets {
  const first = values.find((value) => value !== null);
  return {
    ...NO_TIMES,
    offsets: values.map((value) => (value === null || first === undefined ? undefined : offsetText((value - first) / 1000))),
    startedAt: first === undefined ? null : instantOf(first),
    reason: FROM_FIRST,
  };
}

/** Slightly before the first is a rounding fault; far before it means nothing. */
function offsetText(seconds: number): string | undefined {
  return seconds <= -1 ? undefined : secondsText(Math.max(0, seconds));
}

function ofDates(moments: readonly (Moment | null)[], times: readonly (string | null)[], context: ConversionContext): TurnOffsets {
  const dates = moments.map((moment) => (moment?.kind === "date" ? moment.date : null));
  const example = times.filter((time) => time !== null);
  const { order, isGuess } = dayOrder(dates.filter((date) => date !== null), example, context);
  const walls = dates.map((date) => (date ? wallMs(date, order) : null));
  const guess = isGuess ? `No date tells whether the day comes first; the dates were read ${order}.` : null;
  const firstDate = dates.find((date) => date !== null);
  if (firstDate && dates.every((date) => date === null || date.zoneMinutes !== null)) {
    const instants = walls.map((wall, index) => (wall === null ? null : wall - (dates[index]?.zoneMinutes ?? 0) * 60_000));
    return { ...onCalendar(instants, instantAt), guess };
  }
  const clock = askZone(context, example);
  if (clock) return { ...onCalendar(walls.map((wall) => (wall === null ? null : clock(wall))), instantAt), guess };
  return { ...onCalendar(walls, () => null), guess };
}

function dayOrder(dates: readonly WrittenDate[], example: readonly string[], context: ConversionContext): { readonly order: DayOrder; readonly isGuess: boolean } {
  const proven = provenOrder(dates);
  if (proven === "day-first" || proven === "month-first") return { order: proven, isGuess: false };
  // Ours: with AM and PM it is likely American; everybody else writes the day first.
  const proposed = example.some((text) => /\d\s?[ap]\.?m/i.test(text) && text.includes("/")) ? "month-first" : "day-first";
  return askDayOrder(context, { example, proposed });
}

function ofNumbers(moments: readonly (Moment | null)[], context: ConversionContext, unit: NumberUnit): TurnOffsets {
  const values = moments.map((moment) => (moment?.kind === "number" ? moment.value : null));
  const epochs = values.map((value) => (value === null ? null : epochMs(value)));
  if (epochs.every((epoch, index) => epoch !== null || values[index] === null)) return onCalendar(epochs, (ms) => instantAt(ms));
  const { scale, guess, reason } = numberSeconds(values.filter((value) => value !== null), unit, context);
  return { ...NO_TIMES, offsets: values.map((value) => (value === null ? undefined : secondsText(value * scale))), reason, guess };
}

export const SPAN_QUESTION_ID = "label-times";

/** "00:12" is an offset where the first is near 0; else only a person can tell 10 minutes into a call from two past ten. */
function ofSpans(moments: readonly (Moment | null)[], times: readonly (string | null)[], context: ConversionContext): TurnOffsets {
  const spans = moments.map((moment) => (moment?.kind === "span" ? moment.parts : null));
  const [first] = spans.filter((parts) => parts !== null);
  const asOffsets = (guess: string | null): TurnOffsets => ({
    ...NO_TIMES,
    offsets: spans.map((parts) => (parts ? secondsText(spanSeconds(parts)) : undefined)),
    reason: "Seconds since the start",
    guess,
  });
  // Ours: a conversation begins within its first two minutes.
  if (!first || spanSeconds(first) < 120) return asOffsets(null);
  const asClock = (guess: string | null): TurnOffsets => ({ ...NO_TIMES, offsets: ofClock(moments), reason: FROM_FIRST, guess });
  if (first.length === 3) return asClock(null);
  const answer = context.ask({
    id: SPAN_QUESTION_ID,
    kind: "epoch-unit",
    prompt: "Are these times of day, or minutes and seconds into the call?",
    why: "The first time is neither near zero nor marked as a time of day.",
    example: times.filter((time) => time !== null).slice(0, 3).map((text) => ({ label: "", text: text.slice(0, 200) })),
    choices: [{ value: "clock", label: "Times of day" }, { value: "offset", label: "Minutes and seconds into the call" }],
    proposed: "clock",
  });
  if (answer === "offset") return asOffsets(null);
  return asClock(answer === "clock" ? null : "The times were read as times of day, counted from the first.");
}

/** Times of day from the first one on; a fall of more than half a day is midnight. */
function ofClock(moments: readonly (Moment | null)[]): readonly (string | undefined)[] {
  let [base, before, days] = [null as number | null, 0, 0];
  return moments.map((moment) => {
    const seconds = moment?.kind === "clock" ? moment.seconds : moment?.kind === "span" ? dayTime(moment.parts) : null;
    if (seconds === null) return undefined;
    if (base !== null && seconds < before - DAY_SECONDS / 2) days += 1;
    before = seconds;
    base ??= seconds;
    return offsetText(seconds + days * DAY_SECONDS - base);
  });
}

/** Two parts are hours and minutes here. */
function dayTime([first = 0, second = 0, third = 0]: readonly number[]): number {
  return first * 3600 + second * 60 + third;
}

/** Leaves the remark for a reading that was assumed, at the first turn that has a time. */
export function remarkTimes({ offsets, guess }: TurnOffsets, context: ConversionContext): void {
  const index = offsets.findIndex((offset) => offset !== undefined);
  const value = offsets[index];
  if (guess === null || value === undefined) return;
  context.remark({ kind: "guessed", path: ["transcript", "turns", index, "startSeconds"], value, sentence: guess });
}
