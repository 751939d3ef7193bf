import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { splitLabelledText } from "@/lib/core/shapes/build/labelled-text";
import { plainText, toolCallText, toolResultText } from "@/lib/core/shapes/build/tool-text";
import { NO_TURNS, SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { roleSource, spokenSource, writtenSources } from "@/lib/core/shapes/build/turn-parts";
import { readVapiClock, readVapiTimes, type VapiClock } from "./vapi-times";

const LABELS = ["AI", "Assistant", "Bot", "User", "Customer"];
/** Why a key of a message that was taken is left over. */
export const VAPI_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["duration", "Its unit changed from seconds to milliseconds, so the end is worked out from time and endTime"],
  ["time", "The seconds from the start are kept, not the time of day"],
  ["endTime", "The seconds from the start are kept, not the time of day"],
  ["secondsFromStart", "Too far below 0 to mean anything"],
  ["message", SAYS_NOTHING],
  ["content", SAYS_NOTHING],
  ["toolCalls", "It only ties a tool's call to its answer"],
  ["tool_calls", "It only ties a tool's call to its answer"],
  ["toolCallId", "It only ties a tool's call to its answer"],
  ["tool_call_id", "It only ties a tool's call to its answer"],
]);

/**
 * The turns of a Vapi message. The same conversation stands in a body up to three times, so one list is taken and none are
 * joined: the longest of the message lists, else the OpenAI-style list, else the transcript split on its labels.
 */
export function readVapiTurns(scopes: readonly JsonNode[], startMs: number | null): TurnReading {
  const lists = scopes.flatMap((scope) => itemsOf(member(scope, "messages"))).sort((left, right) => right.length - left.length);
  const formatted = scopes.flatMap((scope) => [...itemsOf(member(scope, "messagesOpenAIFormatted")), ...itemsOf(member(scope, "conversation"))]);
  for (const items of [...lists, ...formatted]) {
    const reading = readVapiList(items, startMs);
    if (reading.turns.length > 0) return reading;
  }
  for (const scope of scopes) {
    const turns = splitLabelledText(member(scope, "transcript"), LABELS);
    if (turns) return { ...NO_TURNS, turns };
  }
  return NO_TURNS;
}

function itemsOf(node: JsonNode | undefined): (readonly JsonNode[])[] {
  return node?.type === "array" && node.items.length > 0 ? [node.items] : [];
}

/** The turns of one list of messages, Vapi's own or OpenAI-style. */
export function readVapiList(items: readonly JsonNode[], startMs: number | null): TurnReading {
  const clock = readVapiClock(items, startMs);
  const names = toolNames(items);
  const turns: TurnDraft[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const item of items) {
    const drafts = readItem(item, clock, names);
    turns.push(...drafts);
    if (drafts.length === 0) left.push({ node: item, reason: SAYS_NOTHING });
  }
  return { turns, items, left };
}

/** One message: what is said, then what tools it calls; or what a tool answered. */
function readItem(item: JsonNode, clock: VapiClock, names: ReadonlyMap<string, string>): readonly TurnDraft[] {
  const roleNode = member(item, "role");
  const word = readText(roleNode) ?? "";
  const times = readVapiTimes(item, clock);
  const calls = toolCalls(item);
  const draft = (role: string, content: string, sources: readonly TurnSource[]): TurnDraft => {
    return { ...times, role, content, sources: [...roleSource(roleNode, role), ...sources, ...times.sources] };
  };
  const isResult = word === "tool_call_result" || (canonicalRole(word) === "tool" && calls.length === 0);
  if (isResult) {
    const result = member(item, "result") ?? member(item, "content") ?? member(item, "message");
    const nameNode = member(item, "name");
    const name = readText(nameNode) ?? names.get(readText(member(item, "toolCallId") ?? member(item, "tool_call_id")) ?? "") ?? null;
    return [draft("tool", toolResultText(name, result), writtenSources([nameNode, result]))];
  }
  const spokenNode = member(item, "message") ?? member(item, "content");
  const spoken = spokenText(spokenNode);
  const isToolTurn = canonicalRole(word) === "tool";
  const said = spoken.trim() === "" || isToolTurn ? [] : [draft(canonicalRole(word) ?? (word === "" ? "unknown" : word), spoken, spokenSource(spokenNode))];
  if (calls.length === 0) return said;
  const text = calls.map(({ name, parameters }) => toolCallText(readText(name), parameters)).join("\n");
  return [...said, draft("tool", text, writtenSources(calls.flatMap(({ name, parameters }) => [name, parameters])))];
}

interface ToolCall {
  readonly id: string | null;
  readonly name: JsonNode | undefined;
  readonly parameters: JsonNode | undefined;
}

function toolCalls(item: JsonNode): readonly ToolCall[] {
  const list = member(item, "toolCalls") ?? member(item, "tool_calls");
  if (list?.type !== "array") return [];
  return list.items.map((call) => ({
    id: readText(member(call, "id")),
    name: nodeAt(call, ["function", "name"]) ?? member(call, "name"),
    parameters: nodeAt(call, ["function", "arguments"]) ?? member(call, "arguments"),
  }));
}

function toolNames(items: readonly JsonNode[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const call of items.flatMap(toolCalls)) {
    const name = readText(call.name);
    if (call.id !== null && name !== null) names.set(call.id, name);
  }
  return names;
}

/** The text of a message: itself, or the text parts of an OpenAI-style list of parts. */
function spokenText(node: JsonNode | undefined): string {
  if (node?.type !== "array") return plainText(node);
  return node.items
    .map((part) => plainText(member(part, "text") ?? (part.type === "string" ? part : undefined)))
    .filter((text) => text !== "")
    .join("\n");
}
