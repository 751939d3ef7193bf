import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { atEither, memberEither } from "@/lib/core/shapes/build/either-case";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import type { TurnNote } from "@/lib/core/shapes/build/keep-by-turn";
import { plainText, toolCallText, toolResultText } from "@/lib/core/shapes/build/tool-text";
import { offsetOf, readTurnClock, type TurnClock } from "@/lib/core/shapes/build/turn-clock";
import { SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { roleSource, writtenSources } from "@/lib/core/shapes/build/turn-parts";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { spokenParts, withoutSpeechTags } from "./livekit-content";

/** Why a key of an item that was taken is left over. */
export const LIVEKIT_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["created_at", "When the item was noted down; when it was said is known better"],
  ["createdAt", "When the item was noted down; when it was said is known better"],
  ["call_id", "It only ties a tool's call to its answer"],
  ["callId", "It only ties a tool's call to its answer"],
  ["metrics", "Of the measurements only when a turn was spoken is kept"],
]);

export interface LivekitReading extends TurnReading {
  readonly confidences: readonly TurnNote[];
  readonly interruptedCount: number;
  /** Seconds between the first and the last item; null where they tell no time. */
  readonly span: number | null;
}

const INSIDE = "A setting inside the agent: nobody said or did anything";

/** The turns of a history. Most histories have no times at all, which is how LiveKit writes them unless told. */
export function readLivekitTurns(items: readonly JsonNode[], started: Instant | null, context: ConversionContext): LivekitReading {
  const names = toolNames(items);
  const instants = items.map((item) => startOf(item)?.instant ?? null);
  const clock = readTurnClock(instants, started, context);
  const turns: TurnDraft[] = [];
  const confidences: TurnNote[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const item of items) {
    const draft = readItem(item, { names, clock });
    const confidence = memberEither(item, "transcript_confidence");
    if (draft && confidence) confidences.push({ turn: turns.length, node: confidence });
    if (draft) turns.push(draft);
    else left.push({ node: item, reason: readText(member(item, "type")) === "message" ? SAYS_NOTHING : INSIDE });
  }
  const interruptedCount = items.filter((item) => member(item, "interrupted")?.type === "true").length;
  return { turns, items, left, confidences, interruptedCount, span: spanOf(items) };
}

interface ItemContext {
  readonly names: ReadonlyMap<string, string>;
  readonly clock: TurnClock | null;
}

function readItem(item: JsonNode, { names, clock }: ItemContext): TurnDraft | null {
  const typeNode = member(item, "type");
  const times = readTimes(item, clock);
  const tool = (content: string, nodes: readonly (JsonNode | undefined)[]): TurnDraft => ({
    ...times,
    role: "tool",
    content,
    sources: [...roleSource(typeNode, "tool"), ...writtenSources(nodes), ...times.sources],
  });
  const name = member(item, "name");
  switch (readText(typeNode)) {
    case "function_call": {
      const parameters = memberEither(item, "arguments") ?? memberEither(item, "args");
      return tool(toolCallText(readText(name), parameters), [name, parameters]);
    }
    case "function_call_output": {
      const output = member(item, "output");
      const known = readText(name) ?? names.get(readText(memberEither(item, "call_id")) ?? "") ?? null;
      return tool(toolResultText(known, output), [name, output]);
    }
    case "agent_handoff": {
      // The first agent of a session takes over from nobody.
      const [former, next] = [memberEither(item, "old_agent_id"), memberEither(item, "new_agent_id")];
      return former && next ? tool(`handoff: ${plainText(former)} -> ${plainText(next)}`, [former, next]) : null;
    }
    case "agent_config_update":
      return null;
    default:
      return readMessage(item, times);
  }
}

function readMessage(item: JsonNode, times: Times): TurnDraft | null {
  const roleNode = member(item, "role");
  const word = readText(roleNode) ?? "";
  const role = canonicalRole(word) ?? (word === "" ? "unknown" : word);
  const parts = spokenParts(member(item, "content"));
  const joined = parts.map(plainText).filter((text) => text.trim() !== "").join("\n");
  const content = role === "assistant" ? withoutSpeechTags(joined) : joined;
  if (content.trim() === "") return null;
  const [only] = parts;
  const isAsWritten = parts.length === 1 && only?.type === "string" && only.value === content;
  const reason = content === joined ? "Parts of one message, joined" : "Marks for the voice are no words";
  const sources = parts.map((node): TurnSource => ({ node, field: "content", ...(isAsWritten ? {} : { reason }) }));
  return { ...times, role, content, sources: [...roleSource(roleNode, role), ...sources, ...times.sources] };
}

type Times = Pick<TurnDraft, "startSeconds" | "endSeconds"> & { readonly sources: readonly TurnSource[] };

/** When it was spoken where that was measured, else when it was noted down: for a user after the words, for an agent before them. */
function readTimes(item: JsonNode, clock: TurnClock | null): Times {
  const start = startOf(item);
  if (clock === null || start === null) return { sources: [] };
  const from = offsetOf(start.instant, clock, { node: start.node, field: "startSeconds" });
  const endNode = atEither(item, "metrics", "stopped_speaking_at");
  const end = readInstant(endNode);
  if (!endNode || !end || !start.isSpoken || end.ms < start.instant.ms) return { startSeconds: from.seconds, sources: [from.source] };
  const until = offsetOf(end, clock, { node: endNode, field: "endSeconds" });
  return { startSeconds: from.seconds, endSeconds: until.seconds, sources: [from.source, until.source] };
}

function startOf(item: JsonNode): { readonly node: JsonNode; readonly instant: Instant; readonly isSpoken: boolean } | null {
  const spoken = atEither(item, "metrics", "started_speaking_at");
  for (const node of [spoken, memberEither(item, "created_at")]) {
    const instant = readInstant(node);
    if (node && instant) return { node, instant, isSpoken: node === spoken };
  }
  return null;
}

function spanOf(items: readonly JsonNode[]): number | null {
  const times = items.flatMap((item) => {
    const stopped = readInstant(atEither(item, "metrics", "stopped_speaking_at"));
    return [startOf(item)?.instant ?? null, stopped].flatMap((instant) => (instant ? [instant.ms] : []));
  });
  if (times.length < 2) return null;
  return (times.reduce((most, ms) => Math.max(most, ms)) - times.reduce((least, ms) => Math.min(least, ms))) / 1000;
}

function toolNames(items: readonly JsonNode[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const item of items) {
    const [id, name] = [readText(memberEither(item, "call_id")), readText(member(item, "name"))];
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}
