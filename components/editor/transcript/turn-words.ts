import type { RibbonSegment } from "@/lib/core/shapes/shape";
import type { TurnView } from "@/lib/core/call-ingest/read-turns";
import { isRole } from "@/lib/core/call-ingest/limits";
import { formatDuration } from "@/lib/core/format/duration";

/** "0:41 to 0:52", "0:37" where only the start is known, "" without times. */
export function turnTimes({ startSeconds, endSeconds }: TurnView): string {
  if (startSeconds === null) return endSeconds === null ? "" : `to ${formatDuration(endSeconds)}`;
  return endSeconds === null || endSeconds === startSeconds ? formatDuration(startSeconds) : `${formatDuration(startSeconds)} to ${formatDuration(endSeconds)}`;
}

/** One segment a turn: as long as it lasts where all times are known, else as long as it is. */
export function ribbonOf(turns: readonly TurnView[]): readonly RibbonSegment[] {
  const timed = turns.length > 0 && turns.every(({ startSeconds, endSeconds }) => startSeconds !== null && endSeconds !== null && endSeconds > startSeconds);
  return turns.map(({ role, content, startSeconds, endSeconds }) => ({
    role: isRole(role) ? role : "user",
    weight: timed ? Math.max(0.1, (endSeconds ?? 0) - (startSeconds ?? 0)) : Math.max(1, content.length),
  }));
}
