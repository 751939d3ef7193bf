import { readText } from "@/lib/core/call-ingest/read-number";
import { toolCallText, toolResultText } from "@/lib/core/shapes/build/tool-text";
import type { TurnDraft, TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";

/** A call of a tool as a source writes it. */
export interface ToolCall {
  readonly id: string | null;
  readonly name: JsonNode | undefined;
  readonly parameters: JsonNode | undefined;
}

/** The tool calls of an OpenAI-style message: the list `tool_calls`, or the one `function_call` of old requests. */
export function messageToolCalls(message: JsonNode): readonly ToolCall[] {
  const list = member(message, "tool_calls") ?? member(message, "toolCalls") ?? member(message, "toolInvocations");
  if (list?.type === "array") return list.items.filter(({ type }) => type === "object").map(toolCall);
  const old = member(message, "function_call");
  return old?.type === "object" ? [toolCall(old)] : [];
}

function toolCall(node: JsonNode): ToolCall {
  return {
    id: readText(member(node, "id") ?? member(node, "toolCallId")),
    name: nodeAt(node, ["function", "name"]) ?? member(node, "name") ?? member(node, "toolName"),
    parameters: nodeAt(node, ["function", "arguments"]) ?? member(node, "arguments") ?? member(node, "args") ?? member(node, "input"),
  };
}

/** The tools' names by the ids of their calls, so that an answer can be told by its tool. */
export function namesById(calls: readonly ToolCall[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of calls) {
    const text = readText(name);
    if (id !== null && text !== null) names.set(id, text);
  }
  return names;
}

/** One tool turn for a call: `find_slot({"day":"Friday"})`. */
export function toolCallTurn({ name, parameters }: ToolCall): TurnDraft {
  return { role: "tool", content: toolCallText(readText(name), parameters), sources: asText([name, parameters]) };
}

/** One tool turn for a tool's answer: `find_slot -> 14:30`. `result` may be read from parts before. */
export function toolResultTurn(name: string | null, result: JsonNode | undefined, sources: readonly TurnSource[]): TurnDraft {
  return { role: "tool", content: toolResultText(name, result), sources };
}

/** Leaves that a tool turn's text was written from. */
export function asText(nodes: readonly (JsonNode | undefined)[]): readonly TurnSource[] {
  return nodes.flatMap((node) => (node ? [{ node, field: "content" as const, reason: "Written as text" }] : []));
}
