import type { ConversionContext } from "@/lib/core/shapes/conversion-context";

/** What a header or a name says of a bare number's unit. */
export type NumberUnit = "s" | "ms" | "open";

export const OFFSET_UNIT_QUESTION_ID = "offset-unit";

/** Below this a bare number is an offset: 1e9 s after the epoch is the year 2001. */
const SMALLEST_EPOCH = 1e9;

/** Milliseconds since the epoch of a number large enough to be one: seconds, milliseconds, microseconds or nanoseconds by its size. */
export function epochMs(value: number): number | null {
  if (value < SMALLEST_EPOCH) return null;
  if (value < 1e11) return value * 1000;
  if (value < 1e14) return value;
  return value < 1e17 ? value / 1000 : value / 1e6;
}

interface NumberReading {
  readonly scale: number;
  readonly reason: string;
  readonly guess: string | null;
}

const SECONDS: NumberReading = { scale: 1, reason: "Seconds", guess: null };
const MILLISECONDS: NumberReading = { scale: 0.001, reason: "Milliseconds written as seconds", guess: null };

/**
 * Whether offsets are seconds or milliseconds, looked at as one list. Ours: with decimals, or with none above two hours in
 * seconds, they are seconds; larger whole numbers are asked about.
 */
export function numberSeconds(values: readonly number[], unit: NumberUnit, context: ConversionContext): NumberReading {
  if (unit === "s") return SECONDS;
  if (unit === "ms") return MILLISECONDS;
  if (values.some((value) => !Number.isInteger(value)) || Math.max(0, ...values.slice(0, 20_000)) < 7200) return SECONDS;
  const answer = context.ask({
    id: OFFSET_UNIT_QUESTION_ID,
    kind: "epoch-unit",
    prompt: "Are the turns' times seconds or milliseconds?",
    why: "They are whole numbers that would make a very long call in seconds.",
    example: values.slice(0, 4).map((value) => ({ label: "", text: String(value) })),
    choices: [{ value: "ms", label: "Milliseconds" }, { value: "s", label: "Seconds" }],
    proposed: "ms",
  });
  if (answer === "s") return SECONDS;
  return answer === "ms" ? MILLISECONDS : { ...MILLISECONDS, guess: "The times are large whole numbers and were read as milliseconds." };
}
