import type { CallSummary, RibbonSegment } from "@/lib/core/shapes/shape";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { canonicalRole } from "./canonical-role";
import { parseDateTime } from "./date-time";
import { firstCharacters } from "./limits";
import { readNumber, readText } from "./read-number";
import { contentText } from "./read-turns";

/** Ours: a ribbon is at most some 400 px wide in lists; more segments would be thinner than a pixel. */
const MAX_RIBBON_SEGMENTS = 400;
/** Ours: what fits a line of the lists. */
const MAX_OPENING = 120;

/** White space that is not one blank already; one blank is most of all there is, and to replace it by itself took longer than all the rest. */
const ODD_SPACE = /\s{2,}|[^\S ]/g;

/** What lists and headers show of a canonical call. Best effort on a broken one, never throws. */
export function summarizeCanonical(root: JsonNode): CallSummary {
  const call = member(root, "call");
  const list = nodeAt(root, ["transcript", "turns"]);
  const turns = list?.type === "array" ? list.items : [];
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
function readDuration(call: JsonNode | undefined, turns: readonly JsonNode[]): number | null {
  const stated = readNumber(member(call, "durationSeconds"));
  if (stated !== null && stated >= 0) return stated;
  const [startedAt, endedAt] = [instantOf(call, "startedAt"), instantOf(call, "endedAt")];
  if (startedAt !== null && endedAt !== null && endedAt >= startedAt) return (endedAt - startedAt) / 1000;
  let last: number | null = null;
  for (const turn of turns) {
    const end = readNumber(member(turn, "endSeconds")) ?? readNumber(member(turn, "startSeconds"));
    if (end !== null && end >= 0 && (last === null || end > last)) last = end;
  }
  return last;
}

function instantOf(call: JsonNode | undefined, key: string): number | null {
  const text = readText(member(call, key));
  return text === null ? null : parseDateTime(text);
}

function readOpening(turns: readonly JsonNode[]): string | null {
  for (const turn of turns) {
    const meaning = canonicalRole(roleOf(turn));
    const content = readText(member(turn, "content"));
    if ((meaning === "user" || meaning === "assistant") && content !== null && content.trim() !== "") return shorten(content);
  }
  return null;
}

function shorten(content: string): string {
  const text = content.slice(0, 8 * MAX_OPENING).replace(ODD_SPACE, " ").trim().toWellFormed();
  if (text.length <= MAX_OPENING) return text;
  const cut = firstCharacters(text, MAX_OPENING);
  return cut === text ? text : `${firstCharacters(text, MAX_OPENING - 1)}…`;
}

function roleOf(turn: JsonNode): string {
  return contentText(member(turn, "role"));
}

/** One segment a turn; from 400 turns on neighbours share one, which takes the role that weighs most in it. */
function readRibbon(turns: readonly JsonNode[]): readonly RibbonSegment[] {
  const segments = turns.map((turn): RibbonSegment => {
    const content = turn.type === "object" ? member(turn, "content") : turn;
    return { role: canonicalRole(roleOf(turn)) ?? "user", weight: contentText(content).length };
  });
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
