import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { plainText } from "@/lib/core/shapes/build/tool-text";
import { offsetOf, readTurnClock } from "@/lib/core/shapes/build/turn-clock";
import { NO_TURNS, SAYS_NOTHING, type TurnDraft, type TurnReading } from "@/lib/core/shapes/build/turn-draft";
import { roleSource, spokenSource } from "@/lib/core/shapes/build/turn-parts";
import { takeUnlabelled } from "@/lib/core/shapes/build/unlabelled-turn";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { blandPhrases } from "./detect-bland";

/** Why a key of a phrase that was taken is left over. */
export const BLAND_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["created_at", "Not every phrase tells its time, and times of some would say something false"],
  ["text", SAYS_NOTHING],
]);

/** Labels may stand anywhere: copies made by hand have lost their line breaks. */
const LABEL = /(?:^|\s)(user|assistant|robot|agent-action|agent)\s*:\s*/gi;

/**
 * The turns of a Bland call: its phrases, else the one text split on its labels, else, where a person says so, that text as one turn.
 * `started` is the stated start; when the call was queued says nothing about its seconds.
 */
export function readBlandTurns(root: JsonNode, started: Instant | null, context: ConversionContext): TurnReading {
  const phrases = readPhrases(blandPhrases(root), started, context);
  if (phrases.turns.length > 0) return phrases;
  const text = member(root, "concatenated_transcript");
  const split = splitAnywhere(text);
  return { ...NO_TURNS, turns: split.length > 0 ? split : takeUnlabelled(text, context) };
}

function readPhrases(items: readonly JsonNode[], started: Instant | null, context: ConversionContext): TurnReading {
  const spoken = items.filter((item) => plainText(member(item, "text")).trim() !== "");
  const instants = spoken.map((item) => readInstant(member(item, "created_at")));
  const clock = instants.every((instant) => instant !== null) ? readTurnClock(instants, started, context) : null;
  const turns = spoken.map((item, index): TurnDraft => {
    const [word, text, time] = [readText(member(item, "user")) ?? "", member(item, "text"), member(item, "created_at")];
    const role = canonicalRole(word) ?? (word === "" ? "unknown" : word);
    const instant = instants[index];
    const start = clock && instant && time ? offsetOf(instant, clock, { node: time, field: "startSeconds" }) : null;
    return {
      role,
      content: plainText(text),
      ...(start ? { startSeconds: start.seconds } : {}),
      sources: [...roleSource(member(item, "user"), role), ...spokenSource(text), ...(start ? [start.source] : [])],
    };
  });
  const taken = new Set(spoken);
  const left = items.filter((item) => !taken.has(item)).map((node) => ({ node, reason: SAYS_NOTHING }));
  return { turns, items, left };
}

function splitAnywhere(node: JsonNode | undefined): readonly TurnDraft[] {
  if (node?.type !== "string") return [];
  const matches = [...node.value.matchAll(LABEL)];
  if (node.value.slice(0, matches[0]?.index).trim() !== "") return [];
  const source = { node, field: "content", reason: "One text, split on its speaker labels" } as const;
  const spoken = matches.flatMap((match, index) => {
    const content = node.value.slice(match.index + match[0].length, matches[index + 1]?.index).trim();
    const role = canonicalRole(match[1] ?? "");
    return role === null || content === "" ? [] : [{ role, content }];
  });
  return spoken.map((turn, index): TurnDraft => ({ ...turn, sources: index === 0 ? [source] : [] }));
}
