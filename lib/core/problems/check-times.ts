import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import { DURATION_TOLERANCE_SECONDS, PAST_DURATION_SECONDS } from "@/lib/core/call-ingest/limits";
import { readNumber, readText } from "@/lib/core/call-ingest/read-number";
import { formatDuration } from "@/lib/core/format/duration";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { makeFix } from "./fix-kinds";
import { asWhole } from "./fix-values";
import type { Reporter } from "./reporter";

/** Times that Zelto does not check: ends before starts, durations that disagree, turns after the end of the call. */
export function checkTimes(root: JsonNode, reporter: Reporter): void {
  const call = member(root, "call");
  const betweenSeconds = checkCallTimes(call, reporter);
  const durationNode = member(call, "durationSeconds");
  const stated = readNumber(durationNode);
  if (durationNode && stated !== null && betweenSeconds !== null && Math.abs(stated - betweenSeconds) > DURATION_TOLERANCE_SECONDS) {
    const whole = asWhole(betweenSeconds);
    reporter.add("durations_disagree", () => ({
      path: ["call", "durationSeconds"],
      offset: durationNode.start,
      found: String(stated),
      limit: String(betweenSeconds),
      fixes: [makeFix("duration-from-times", whole), makeFix("leave-out", "durationSeconds")],
    }));
  }
  checkTurnTimes(root, stated ?? betweenSeconds, reporter);
}

/** Seconds between the two instants of the call; null where one is missing or they are the wrong way round. */
function checkCallTimes(call: JsonNode | undefined, reporter: Reporter): number | null {
  const [startNode, endNode] = [member(call, "startedAt"), member(call, "endedAt")];
  const [startText, endText] = [readText(startNode), readText(endNode)];
  const [start, end] = [parseDateTime(startText ?? ""), parseDateTime(endText ?? "")];
  if (!endNode || start === null || end === null) return null;
  if (end >= start) return (end - start) / 1000;
  reporter.add("end_before_start", () => ({
    path: ["call", "endedAt"],
    offset: endNode.start,
    name: "The call",
    found: startText ?? "",
    fixes: [makeFix("swap-times")],
  }));
  return null;
}

function checkTurnTimes(root: JsonNode, durationSeconds: number | null, reporter: Reporter): void {
  const turns = nodeAt(root, ["transcript", "turns"]);
  if (turns?.type !== "array") return;
  const latest = durationSeconds === null ? Number.POSITIVE_INFINITY : durationSeconds + PAST_DURATION_SECONDS;
  for (const [index, turn] of turns.items.entries()) {
    const startNode = member(turn, "startSeconds");
    const endNode = member(turn, "endSeconds");
    const start = readNumber(startNode);
    const end = readNumber(endNode);
    if ((end ?? start ?? 0) <= latest && (start === null || end === null || end >= start)) continue;
    const path = (key: string): (string | number)[] => ["transcript", "turns", index, key];
    if (endNode && start !== null && end !== null && end < start) {
      const next = readNumber(member(turns.items[index + 1], "startSeconds"));
      const until = next !== null && next >= start ? next : start;
      reporter.add("end_before_start", () => ({
        path: path("endSeconds"),
        offset: endNode.start,
        name: `Turn ${index + 1}`,
        found: `${start} s`,
        fixes: [makeFix("set-end", String(until)), makeFix("swap-times")],
      }));
    }
    const [late, key] = end !== null ? [end, "endSeconds"] : [start, "startSeconds"];
    if (late === null || late <= latest) continue;
    const found = formatDuration(late);
    const limit = formatDuration(latest - PAST_DURATION_SECONDS);
    reporter.add("turn_past_duration", () => ({
      path: path(key),
      offset: (endNode ?? startNode ?? turn).start,
      name: `Turn ${index + 1}`,
      found,
      limit,
      fixes: [makeFix("leave-out", key)],
    }));
  }
}
