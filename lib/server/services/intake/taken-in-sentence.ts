import "server-only";
import { formatCount } from "@/lib/core/format/count";
import type { ReadRecord } from "@/lib/core/judge/read-record";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";

/** The first entry of a call's timeline: where it came from, what was done to it, and that nothing was sent. */
export function takenInSentence(path: string, sourceName: string, { converted, detection, receipt }: Pick<ReadRecord, "converted" | "detection" | "receipt">): string {
  const place = path === "" ? sourceName : `${sourceName}, ${path}`;
  if (!converted) return `${place}. Kept here as it was; nothing was sent.`;
  if (detection.shape === "no-call") return `${place}. It holds no call: nothing was made of it and nothing was sent. The record is kept here.`;
  const { carried, changed, dropped } = receipt;
  const counts = `${formatCount(carried)} carried, ${formatCount(changed)} changed, ${formatCount(dropped)} dropped`;
  return `${place}. Converted from ${SHAPE_NAMES[detection.shape].article}: ${counts}. The record is kept here as it was; nothing was sent.`;
}
