import type { CallSummary, RibbonSegment } from "@/lib/core/shapes/shape";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { canonicalRole } from "./canonical-role";
import { parseDateTime } from "./date-time";
import { firstCharacters } from "./limits";
import { readNumber, readText } from "./read-number";
import { readTurns, type TurnView } from "./read-turns";

/** Ours: a ribbon is at most some 400 px wide in lists; more segments would be thinner than a pixel. */
const MAX_RIBBON_SEGMENTS = 400;
/** Ours: what fits a line of the lists. */
const MAX_OPENING = 120;

/** What lists and headers show of a canonical call. Best effort on a broken one, never throws. */
export function summarizeCanonical(root: JsonNode): CallSummary {
  const call = member(root, "call");
  const turns = readTurns(root);
  const recording = readText(member(call, "recordingUrl"));
  return {
    externalId: filled(readText(member(call, "externalId"))),
    agentExternalId: filled(readText(nodeAt(root, ["agent", "externalId"]))),
    agentId: filled(readText(member(root, "agentId"))),
    agentName: filled(readText(nodeAt(root, ["agent", "name"]))),
    turnCount: turns.length,
    durationSeconds: readDuration(call, turns),
    startedAt: readInstant(member(call, "startedAt")),
    hasRecording: recording !== null && recording.trim() !== "",
    opening: readOpening(turns),
    ribbon: readRibbon(turns),
  };
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text;
}

function readInstant(node: JsonNode | undefined): string | null {
  const text = readText(node);
  return text !== null && parseDateTime(text) !== null ? text : null;
}

/** Seconds: what is stated, else what the two instants say, else where the last turn ends. */
function readDuration(call: JsonNode | undefined, turns: readonly TurnView[]): number | null {
  const stated = readNumber(member(call, "durationSeconds"));
  if (stated !== null && stated >= 0) return stated;
  const [startedAt, endedAt] = [instantOf(call, "startedAt"), instantOf(call, "endedAt")];
  if (startedAt !== null && endedAt !== null && endedAt >= startedAt) return (endedAt - startedAt) / 1000;
  let last: number | null = null;
  for (const { startSeconds, endSeconds } of turns) {
    const end = endSeconds ?? startSeconds;
    if (end !== null && end >= 0 && (last === null || end > last)) last = end;
  }
  return last;
}

function instantOf(call: JsonNode | undefined, key: string): number | null {
  const text = readText(member(call, key));
  return text === null ? null : parseDateTime(text);
}

function readOpening(turns: readonly TurnView[]): string | null {
  const spoken = turns.find(({ role, content, contentIsText }) => {
    const meaning = canonicalRole(role);
    return (meaning === "user" || meaning === "assistant") && contentIsText && content.trim() !== "";
  });
  if (!spoken) return null;
  const text = spoken.content.slice(0, 8 * MAX_OPENING).replace(/\s+/g, " ").trim().toWellFormed();
  const cut = firstCharacters(text, MAX_OPENING);
  return cut === text ? text : `${firstCharacters(text, MAX_OPENING - 1)}…`;
}

/** One segment a turn; from 400 turns on neighbours share one, which takes the role that weighs most in it. */
function readRibbon(turns: readonly TurnView[]): readonly RibbonSegment[] {
  const segments = turns.map(({ role, content }): RibbonSegment => ({ role: canonicalRole(role) ?? "user", weight: content.length }));
  if (segments.length <= MAX_RIBBON_SEGMENTS) return segments;
  const perSegment = Math.ceil(segments.length / MAX_RIBBON_SEGMENTS);
  const merged: RibbonSegment[] = [];
  for (let index = 0; index < segments.length; index += perSegment) merged.push(mergeSegments(segments.slice(index, index + perSegment)));
  return merged;
}

function mergeSegments(group: readonly RibbonSegment[]): RibbonSegment {
  const weights = { assistant: 0, user: 0, system: 0, tool: 0 };
  for (const { role, weight } of group) weights[role] += weight;
  const total = weights.assistant + weights.user + weights.system + weights.tool;
  const roles = ["assistant", "user", "system", "tool"] as const;
  return { role: roles.reduce((best, role) => (weights[role] > weights[best] ? role : best)), weight: total };
}
