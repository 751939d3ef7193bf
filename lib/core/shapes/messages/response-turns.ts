import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import { buildText } from "@/lib/core/shapes/build/json-build";
import { SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { readContentText } from "./content-text";
import type { ReadingOptions } from "./convert-messages";
import { asText, namesById, toolCallTurn, toolResultTurn, type ToolCall } from "./tool-calls";
import { timedTurn, withRole } from "./turn-parts";

const TIES_TOOLS = "It only ties a tool's call to its answer";
const THOUGHT = "What the model thought and did not say is left out";

export const RESPONSES_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["type", "Only says what kind of item it is"],
  ["object", "Only says what kind of item it is"],
  ["content", SAYS_NOTHING],
  ["call_id", TIES_TOOLS],
  ["id", "Turns have no id"],
  ["status", "Turns have no state"],
]);

type Left = { node: JsonNode; reason: string }[];

/** The turns of a list of Responses or Realtime items: messages, calls of tools, and their answers. What was thought stays out. */
export function readResponseTurns(items: readonly JsonNode[], { starts }: ReadingOptions): TurnReading {
  const names = namesById(items.filter((item) => isCall(kindOf(item))).map(itemCall));
  const turns: TurnDraft[] = [];
  const left: Left = [];
  for (const [index, item] of items.entries()) {
    const drafts = readItem(item, names, left);
    turns.push(...drafts.map((draft) => timedTurn(draft, starts[index])));
    if (drafts.length === 0) left.push({ node: item, reason: kindOf(item) === "reasoning" ? THOUGHT : SAYS_NOTHING });
  }
  return { turns, items, left };
}

function readItem(item: JsonNode, names: ReadonlyMap<string, string>, left: Left): readonly TurnDraft[] {
  const kind = kindOf(item);
  if (kind === "reasoning") return [];
  if (/_call_output$/.test(kind)) return [resultTurn(member(item, "output"), names.get(idOf(item)) ?? null, undefined)];
  if (isCall(kind)) {
    const output = member(item, "output");
    const answer = output && output.type !== "null" ? [resultTurn(output, readText(member(item, "name")), undefined)] : [];
    return [toolCallTurn(itemCall(item)), ...answer];
  }
  // A request may be one text: it is what the user says.
  if (item.type === "string") return item.value.trim() === "" ? [] : [{ role: "user", content: item.value, sources: [{ node: item, field: "content" }] }];
  const said = readContentText(member(item, "content"));
  left.push(...said.left);
  if (said.text.trim() === "") return [];
  const roleNode = member(item, "role");
  const word = readText(roleNode) ?? "";
  const role = canonicalRole(word) ?? (word === "" ? "unknown" : word);
  return [withRole({ role, content: said.text, sources: said.sources }, roleNode, word)];
}

function resultTurn(node: JsonNode | undefined, name: string | null, nameNode: JsonNode | undefined): TurnDraft {
  const { text, sources } = readContentText(node);
  const isWords = node?.type === "array" && text.trim() !== "";
  const written = sources.map((source): TurnSource => ({ ...source, reason: "Written as text" }));
  return toolResultTurn(name, isWords ? buildText(text) : node, [...asText([nameNode]), ...(isWords ? written : asText([node]))]);
}

/** `function_call`, `custom_tool_call`, `mcp_call`, `web_search_call` and their like. */
function isCall(kind: string): boolean {
  return /_call$/.test(kind);
}

/** Tools of the platform's own have no name but their kind, and their arguments under other keys. */
function itemCall(item: JsonNode): ToolCall {
  const kind = kindOf(item);
  const name = member(item, "name") ?? (kind === "function_call" ? undefined : buildText(kind.replace(/_call$/, "")));
  const parameters = ["arguments", "input", "action", "queries", "code"].map((key) => member(item, key)).find((node) => node !== undefined);
  return { id: idOf(item), name, parameters };
}

function idOf(item: JsonNode): string {
  return readText(member(item, "call_id") ?? member(item, "id")) ?? "";
}

function kindOf(item: JsonNode): string {
  return readText(member(item, "type")) ?? "";
}
