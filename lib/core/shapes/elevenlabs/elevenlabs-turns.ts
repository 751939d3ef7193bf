import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import { camelCase, memberEither } from "@/lib/core/shapes/build/either-case";
import type { TurnNote } from "@/lib/core/shapes/build/keep-by-turn";
import { plainText, toolCallText, toolResultText } from "@/lib/core/shapes/build/tool-text";
import { SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { readOffset, roleSource, spokenSource, writtenSources } from "@/lib/core/shapes/build/turn-parts";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Why a key of an item that was taken is left over, by both spellings. */
export const ELEVENLABS_LEFTOVERS: ReadonlyMap<string, string> = new Map(
  [
    ["message", SAYS_NOTHING],
    ["original_message", "What the agent heard itself say is the turn; this is the same"],
    ["time_in_call_secs", "All times are 0, so they say nothing"],
    ["tool_calls", "A turn has room for a tool's name and its parameters only"],
    ["tool_results", "A turn has room for a tool's name and its answer only"],
    ["llm_usage", "Usage is not kept turn by turn"],
    ["conversation_turn_metrics", "Measurements are not kept turn by turn"],
  ].flatMap(([key = "", reason = ""]) => [[key, reason], [camelCase(key), reason]] as const),
);

export interface ElevenlabsReading extends TurnReading {
  /** What interrupted turns were planned to say; the turns hold what was heard. */
  readonly planned: readonly TurnNote[];
}

/**
 * The turns of an ElevenLabs conversation. A tool's call and its answer stand in items of their own whose message is null: each
 * entry is a tool turn, and the empty shell goes. Seconds are whole and often equal, so the list's own order counts; ends are unknown.
 */
export function readElevenlabsTurns(items: readonly JsonNode[]): ElevenlabsReading {
  const hasClock = items.length < 2 || items.some((item) => Number(readOffset(memberEither(item, "time_in_call_secs"), "startSeconds")?.seconds ?? 0) > 0);
  const turns: TurnDraft[] = [];
  const planned: TurnNote[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const item of items) {
    const drafts = readItem(item, hasClock);
    const original = memberEither(item, "original_message");
    const heard = memberEither(item, "message");
    if (drafts.length === 0) left.push({ node: item, reason: SAYS_NOTHING });
    else if (original?.type === "string" && heard?.type === "string" && original.value !== heard.value) planned.push({ turn: turns.length, node: original });
    turns.push(...drafts);
  }
  return { turns, items, left, planned };
}

/** What is said, then the tools that are called, then what tools answered. */
function readItem(item: JsonNode, hasClock: boolean): readonly TurnDraft[] {
  const spoken = memberEither(item, "message");
  const start = hasClock ? readOffset(memberEither(item, "time_in_call_secs"), "startSeconds") : null;
  const draft = (role: string, content: string, sources: readonly TurnSource[]): TurnDraft => ({
    role,
    content,
    ...(start ? { startSeconds: start.seconds } : {}),
    sources: [...roleSource(member(item, "role"), role), ...sources, ...(start ? [start.source] : [])],
  });
  const word = readText(member(item, "role")) ?? "";
  const said = plainText(spoken).trim() === "" ? [] : [draft(canonicalRole(word) ?? (word === "" ? "unknown" : word), plainText(spoken), spokenSource(spoken))];
  const calls = entriesOf(item, "tool_calls").map((call) => {
    const [name, parameters] = [memberEither(call, "tool_name"), memberEither(call, "params_as_json")];
    return draft("tool", toolCallText(readText(name), parameters), writtenSources([name, parameters]));
  });
  const results = entriesOf(item, "tool_results").map((result) => {
    const [name, value] = [memberEither(result, "tool_name"), memberEither(result, "result_value")];
    return draft("tool", toolResultText(readText(name), value), writtenSources([name, value]));
  });
  return [...said, ...calls, ...results];
}

function entriesOf(item: JsonNode, key: string): readonly JsonNode[] {
  const list = memberEither(item, key);
  return list?.type === "array" ? list.items.filter(({ type }) => type === "object") : [];
}
