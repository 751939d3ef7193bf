import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { JsonNode } from "@/lib/core/text/json-node";
import { secondsText } from "./decimal";
import type { Instant } from "./instant";
import type { OffsetReading } from "./turn-parts";
import type { TurnField } from "./turn-draft";

/** Ours: what clocks of one system differ by; below it a first turn before the call's start is no news. */
const TOLERATED_MS = 1000;

/** The point in time that is 0 seconds, in ms. */
export interface TurnClock {
  readonly zeroMs: number;
}

/**
 * The clock of turns that tell the time of day: the call's start counts as 0, unless a turn is earlier (seen by 4.41 s); then the
 * earliest does, with a remark, since no offset may be negative. Null where no turn tells a time.
 */
export function readTurnClock(instants: readonly (Instant | null)[], started: Instant | null, context: ConversionContext | null): TurnClock | null {
  const times = instants.flatMap((instant) => (instant ? [instant.ms] : []));
  const earliest = times.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(earliest)) return null;
  if (started === null) return { zeroMs: earliest };
  if (started.ms - earliest > TOLERATED_MS) {
    context?.remark({ kind: "doubtful", path: ["call", "startedAt"], sentence: "The source has turns before this start, so the turns' seconds count from the earliest of them." });
  }
  return { zeroMs: Math.min(started.ms, earliest) };
}

/** The offset of an instant in seconds, with the leaf that it was read from. */
export function offsetOf(instant: Instant, clock: TurnClock, from: { readonly node: JsonNode; readonly field: TurnField }): OffsetReading {
  const seconds = secondsText((instant.ms - clock.zeroMs) / 1000);
  return { seconds, source: { ...from, reason: "Seconds from the start, worked out from the time of day" } };
}
