import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { DayOrder } from "./written-date";
import { zoneClock, type ZoneClock } from "./zone-clock";

/** The questions' ids: one answer serves every record of an intake. */
export const DATE_ORDER_QUESTION_ID = "date-order";
export const TIME_ZONE_QUESTION_ID = "time-zone";

/** Asks which number of a date is the day. The answer, or what is assumed until there is one. */
export function askDayOrder(context: ConversionContext, found: { readonly example: readonly string[]; readonly proposed: DayOrder }): { readonly order: DayOrder; readonly isGuess: boolean } {
  const answer = context.ask({
    id: DATE_ORDER_QUESTION_ID,
    kind: "date-order",
    prompt: "Which number of the dates is the day?",
    why: "No date in the source has a number above 12, so both readings are possible.",
    example: found.example.slice(0, 3).map((text) => ({ label: "", text: text.slice(0, 200) })),
    choices: [
      { value: "day-first", label: "The first: day, then month" },
      { value: "month-first", label: "The second: month, then day" },
    ],
    proposed: found.proposed,
  });
  if (answer === "day-first" || answer === "month-first") return { order: answer, isGuess: false };
  return { order: found.proposed, isGuess: true };
}

/** Asks for the zone of local times. Null without an answer that names a zone: an instant is never made up. */
export function askZone(context: ConversionContext, example: readonly string[]): ZoneClock | null {
  const answer = context.ask({
    id: TIME_ZONE_QUESTION_ID,
    kind: "time-zone",
    prompt: "In which time zone are these times?",
    why: "The source gives local times without a zone. Offsets need none; the call's start does.",
    example: example.slice(0, 3).map((text) => ({ label: "", text: text.slice(0, 200) })),
    choices: [],
    proposed: null,
  });
  return answer === undefined ? null : zoneClock(answer);
}
