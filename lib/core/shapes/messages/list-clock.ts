import { numberText, secondsText } from "@/lib/core/shapes/build/decimal";
import type { Instant } from "@/lib/core/shapes/build/instant";
import type { TurnDraft, TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { NumberUnit } from "@/lib/core/shapes/text/moments/number-times";
import { turnOffsets } from "@/lib/core/shapes/text/moments/turn-offsets";
import type { JsonNode } from "@/lib/core/text/json-node";

/** The start of one turn as turns have it: nothing where it is not known. */
export type TurnStart = Pick<TurnDraft, "startSeconds"> & { readonly sources: readonly TurnSource[] };

/** When each item of a list was. */
export interface ListClock {
  readonly starts: readonly TurnStart[];
  /** When the first timed item was, and the leaf that says it; null where the source gives no instant. */
  readonly first: { readonly instant: Instant; readonly node: JsonNode } | null;
  /** The zero of the offsets: the call's start, or the first item. */
  readonly zeroMs: number | null;
}

export interface ClockOptions {
  readonly unit?: NumberUnit;
  /** The call's start in ms since the epoch, where the source states it. */
  readonly startMs?: number | null;
}

/** 1 January 2015: a conversation with an agent of this kind is hardly older, so the unit or the clock is likely wrong. */
const OLDEST_LIKELY_MS = 1_420_070_400_000;
const BEFORE_2015 = "The times of the source are before 2015, which is unlikely for a call.";
const STARTS_LATE = "The call's start is later than its first turn, so the turns are counted from the first turn.";

/**
 * Offsets of a list of items from the leaves that hold their times, all read in one way. They are counted from the call's start
 * where it is stated and not later than the first item, else from the first item: no offset is ever negative. An item's end is
 * never taken from its neighbour's start.
 */
export function listClock(nodes: readonly (JsonNode | undefined)[], context: ConversionContext, options: ClockOptions = {}): ListClock {
  const { offsets, startedAt, reason, guess } = turnOffsets(nodes.map(timeText), context, options.unit ?? "open");
  const shift = shiftSeconds(startedAt, options.startMs ?? null, context);
  const starts = nodes.map((node, index): TurnStart => startOf(node, offsets[index], { shift, reason: shift === 0 ? reason : "Seconds since the call's start" }));
  const firstAt = offsets.findIndex((offset) => offset !== undefined);
  const node = nodes[firstAt];
  if (guess !== null && firstAt >= 0) context.remark({ kind: "guessed", path: [], sentence: guess });
  if (startedAt && startedAt.ms < OLDEST_LIKELY_MS) context.remark({ kind: "doubtful", path: [], sentence: BEFORE_2015 });
  return { starts, first: startedAt && node ? { instant: { ...startedAt, asWritten: false }, node } : null, zeroMs: startedAt ? startedAt.ms - shift * 1000 : null };
}

function timeText(node: JsonNode | undefined): string | null {
  if (node?.type === "string") return node.value.trim() === "" ? null : node.value;
  const text = numberText(node);
  // Written out: 1.7e9 is a time too.
  return text === null ? null : /[eE]/.test(text) ? String(Number(text)) : text;
}

function shiftSeconds(first: Instant | null, startMs: number | null, context: ConversionContext): number {
  if (!first || startMs === null) return 0;
  if (startMs <= first.ms) return (first.ms - startMs) / 1000;
  context.remark({ kind: "doubtful", path: [], sentence: STARTS_LATE });
  return 0;
}

function startOf(node: JsonNode | undefined, offset: string | undefined, { shift, reason }: { readonly shift: number; readonly reason: string }): TurnStart {
  if (!node || offset === undefined) return { sources: [] };
  const startSeconds = shift === 0 ? offset : secondsText(Number(offset) + shift);
  const isAsWritten = node.type === "number" && node.source === startSeconds;
  return { startSeconds, sources: [{ node, field: "startSeconds", ...(isAsWritten ? {} : { reason }) }] };
}
