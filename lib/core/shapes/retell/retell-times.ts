import { readNumber } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { secondsText } from "@/lib/core/shapes/build/decimal";
import { readInstant } from "@/lib/core/shapes/build/instant";
import { offsetOf, type TurnClock } from "@/lib/core/shapes/build/turn-clock";
import type { TurnDraft, TurnSource } from "@/lib/core/shapes/build/turn-draft";

type Times = Pick<TurnDraft, "startSeconds" | "endSeconds"> & { readonly sources: readonly TurnSource[] };

/** Seconds into the audio: from the first word to the last; what has no words happened at `time_sec`. */
export function readRetellTimes(item: JsonNode): Times {
  const words = member(item, "words");
  const [first, last] = words?.type === "array" ? [words.items[0], words.items.at(-1)] : [];
  const at = member(item, "time_sec");
  const [startNode, endNode] = [member(first, "start") ?? at, member(last, "end") ?? at];
  const [start, end] = [readNumber(startNode), readNumber(endNode)];
  // Offsets a little below 0 are rounding faults; further below they mean nothing, and half a pair means less.
  if (!startNode || start === null || start <= -1) return { sources: [] };
  const startSeconds = secondsText(Math.max(0, start), startNode.type === "number" ? startNode.source : undefined);
  const startSource: TurnSource = { node: startNode, field: "startSeconds", ...roundedReason(startNode, startSeconds) };
  if (!endNode || end === null || end < start) return { startSeconds, sources: [startSource] };
  const endSeconds = secondsText(Math.max(0, end), endNode.type === "number" ? endNode.source : undefined);
  const endSource: TurnSource = { node: endNode, field: "endSeconds", ...roundedReason(endNode, endSeconds) };
  return { startSeconds, endSeconds, sources: startNode === endNode ? [startSource] : [startSource, endSource] };
}

function roundedReason(node: JsonNode, seconds: string): { readonly reason?: string } {
  return node.type === "number" && node.source === seconds ? {} : { reason: "Rounded to 3 decimals, not below 0" };
}

/** An item of a chat: when it was written, in seconds from the start. */
export function readRetellChatTimes(item: JsonNode, clock: TurnClock): Times {
  const node = member(item, "created_timestamp");
  const instant = readInstant(node);
  if (!node || !instant) return { sources: [] };
  const { seconds, source } = offsetOf(instant, clock, { node, field: "startSeconds" });
  return { startSeconds: seconds, sources: [source] };
}
