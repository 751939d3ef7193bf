import { readNumber } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { secondsText } from "@/lib/core/shapes/build/decimal";
import type { TurnDraft, TurnSource } from "@/lib/core/shapes/build/turn-draft";

/** A fall of more than this in `secondsFromStart` is a restart and no overlap (seen after transfers inside a squad). */
const RESTART_SECONDS = 1;
/** An offset this little below 0 is a rounding fault of the provider and is written as 0. */
const SMALLEST_OFFSET = -1;

type Times = Pick<TurnDraft, "startSeconds" | "endSeconds"> & { readonly sources: readonly TurnSource[] };

/** How the offsets of one list of messages are read: as they stand, or rebuilt from the clock after a restart. */
export interface VapiClock {
  readonly restarted: boolean;
  /** Clock time in ms that is 0 seconds; null where no message has both. */
  readonly zeroMs: number | null;
}

/** Looks at the whole list first: one value alone cannot tell a restart. `startMs` is the call's start, where known. */
export function readVapiClock(items: readonly JsonNode[], startMs: number | null): VapiClock {
  let previous: number | null = null;
  let restarted = false;
  let zeroMs: number | null = null;
  let firstMs: number | null = null;
  for (const item of items) {
    const offset = readNumber(member(item, "secondsFromStart"));
    const time = readNumber(member(item, "time"));
    firstMs ??= time;
    if (zeroMs === null && offset !== null && time !== null) zeroMs = time - offset * 1000;
    if (offset !== null && previous !== null && offset < previous - RESTART_SECONDS) restarted = true;
    previous = offset ?? previous;
  }
  // Without one offset the call's start counts from 0, unless the first message is earlier: no offset may be negative.
  if (zeroMs === null && firstMs !== null) zeroMs = startMs === null ? firstMs : Math.min(startMs, firstMs);
  return { restarted, zeroMs };
}

/**
 * Start and end of a message in seconds. The end is the start plus what lies between `time` and `endTime`, both in ms;
 * `duration` is not used, since it was seconds once and is milliseconds now.
 */
export function readVapiTimes(item: JsonNode, clock: VapiClock): Times {
  const [offsetNode, timeNode, endNode] = [member(item, "secondsFromStart"), member(item, "time"), member(item, "endTime")];
  const [offset, time, end] = [readNumber(offsetNode), readNumber(timeNode), readNumber(endNode)];
  const fromClock = time !== null && clock.zeroMs !== null ? (time - clock.zeroMs) / 1000 : null;
  const rebuilt = offset === null || clock.restarted;
  const start = rebuilt ? fromClock : offset;
  if (start === null || !Number.isFinite(start) || start <= SMALLEST_OFFSET) return { sources: [] };
  const source = offsetNode?.type === "number" && !rebuilt ? offsetNode.source : undefined;
  const startSeconds = secondsText(Math.max(0, start), source);
  const until = time !== null && end !== null && end >= time ? Math.max(0, start) + (end - time) / 1000 : Number.NaN;
  const endSeconds = Number.isFinite(until) ? secondsText(until) : undefined;
  const sources: TurnSource[] = [];
  if (offsetNode && offset !== null) sources.push({ node: offsetNode, field: "startSeconds", ...startReason({ rebuilt, same: source === startSeconds, start }) });
  if (endSeconds !== undefined && endNode) sources.push({ node: endNode, field: "endSeconds", reason: END_REASON });
  if (timeNode && (rebuilt || endSeconds !== undefined)) {
    sources.push(rebuilt ? { node: timeNode, field: "startSeconds", reason: REBUILT_REASON } : { node: timeNode, field: "endSeconds", reason: END_REASON });
  }
  return { startSeconds, ...(endSeconds === undefined ? {} : { endSeconds }), sources };
}

const END_REASON = "The end is the start plus the time between time and endTime";
const REBUILT_REASON = "Seconds from the first message, worked out from the clock";

function startReason(start: { readonly rebuilt: boolean; readonly same: boolean; readonly start: number }): { readonly reason?: string } {
  if (start.rebuilt) return { reason: "The offsets restart in the middle of the call, so all are worked out from the clock" };
  if (start.start < 0) return { reason: "A little below 0, written as 0" };
  return start.same ? {} : { reason: "Rounded to 3 decimals" };
}
