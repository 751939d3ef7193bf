import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import { buildText } from "@/lib/core/shapes/build/json-build";
import { SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { joinParts, readContentText } from "./content-text";
import type { ReadingOptions } from "./convert-messages";
import { asText, namesById, toolCallTurn, toolResultTurn, type ToolCall } from "./tool-calls";
import { timedTurn, withRole } from "./turn-parts";

export const ANTHROPIC_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["content", "It only says what kind of part it is, or ties a tool's call to its answer"],
  ["id", "Turns have no id"],
]);

/** Parts that call a tool, and parts that hold an answer (`web_search_tool_result` and its like included). */
const CALLS = /(?:^|_)tool_use$/;
const RESULTS = /(?:^|_)tool_result$/;

/**
 * The turns of a list of Anthropic messages, in the order of the parts: what is said, calls of tools, and their answers, which stand
 * in messages of the user and are the tool's all the same.
 */
export function readAnthropicTurns(items: readonly JsonNode[], { starts }: ReadingOptions): TurnReading {
  const names = namesById(items.flatMap((item) => partsOf(item).filter((part) => CALLS.test(kindOf(part))).map(toolUse)));
  const turns: TurnDraft[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const [index, item] of items.entries()) {
    const drafts = readMessage(item, names, left);
    turns.push(...drafts.map((draft) => timedTurn(draft, starts[index])));
    if (drafts.length === 0) left.push({ node: item, reason: SAYS_NOTHING });
  }
  return { turns, items, left };
}

function readMessage(item: JsonNode, names: ReadonlyMap<string, string>, left: { node: JsonNode; reason: string }[]): readonly TurnDraft[] {
  const roleNode = member(item, "role");
  const word = readText(roleNode) ?? "";
  const role = canonicalRole(word) ?? (word === "" ? "unknown" : word);
  const turns: TurnDraft[] = [];
  for (const run of runsOf(member(item, "content"))) {
    const [part] = run;
    if (part && RESULTS.test(kindOf(part))) turns.push(resultTurn(part, names));
    else if (part && CALLS.test(kindOf(part))) turns.push(toolCallTurn(toolUse(part)));
    else {
      const said = joinParts(run);
      left.push(...said.left);
      if (said.text.trim() !== "") turns.push({ role, content: said.text, sources: said.sources });
    }
  }
  return turns.map((turn, index) => (index === 0 ? withRole(turn, roleNode, word) : turn));
}

/** Neighbouring parts of words are one run; each call and each answer of a tool is a run of its own. */
function runsOf(content: JsonNode | undefined): readonly (readonly JsonNode[])[] {
  const parts = content?.type === "array" ? content.items : content ? [content] : [];
  const runs: JsonNode[][] = [];
  for (const part of parts) {
    const isTool = CALLS.test(kindOf(part)) || RESULTS.test(kindOf(part));
    const last = runs.at(-1);
    const lastIsTool = last?.[0] !== undefined && (CALLS.test(kindOf(last[0])) || RESULTS.test(kindOf(last[0])));
    if (last && !isTool && !lastIsTool) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function resultTurn(part: JsonNode, names: ReadonlyMap<string, string>): TurnDraft {
  const name = names.get(readText(member(part, "tool_use_id")) ?? "") ?? null;
  const node = member(part, "content");
  const { text, sources } = readContentText(node);
  const isWords = node?.type === "array" && text.trim() !== "";
  const written = sources.map((source): TurnSource => ({ ...source, reason: "Written as text" }));
  return toolResultTurn(name, isWords ? buildText(text) : node, isWords ? written : asText([node]));
}

function toolUse(part: JsonNode): ToolCall {
  return { id: readText(member(part, "id")), name: member(part, "name"), parameters: member(part, "input") };
}

function partsOf(item: JsonNode): readonly JsonNode[] {
  const content = member(item, "content");
  return content?.type === "array" ? content.items : [];
}

function kindOf(part: JsonNode): string {
  return readText(member(part, "type")) ?? "";
}
