import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import { buildText } from "@/lib/core/shapes/build/json-build";
import { SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { contentOf, type ContentText } from "./content-text";
import type { ReadingOptions } from "./convert-messages";
import { asText, messageToolCalls, namesById, toolCallTurn, toolResultTurn } from "./tool-calls";
import { timedTurn, withRole } from "./turn-parts";

const TIES_TOOLS = "It only ties a tool's call to its answer";
const THOUGHT = "What the model thought and did not say is left out";

/** Why a key of a message that was taken is left over. */
export const OPENAI_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["content", SAYS_NOTHING],
  ["parts", SAYS_NOTHING],
  ["refusal", SAYS_NOTHING],
  ["audio", "Of the sound only the words are taken"],
  ["tool_calls", TIES_TOOLS],
  ["toolCalls", TIES_TOOLS],
  ["toolInvocations", TIES_TOOLS],
  ["tool_call_id", TIES_TOOLS],
  ["toolCallId", TIES_TOOLS],
  ["reasoning", THOUGHT],
  ["reasoning_content", THOUGHT],
  ["id", "Turns have no id"],
]);

/** The turns of a list of OpenAI-style messages: what is said, then one tool turn per call; or what a tool answered. */
export function readOpenaiTurns(items: readonly JsonNode[], { systemIsBot, starts }: ReadingOptions): TurnReading {
  const names = namesById(items.flatMap(messageToolCalls));
  const turns: TurnDraft[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const [index, item] of items.entries()) {
    const content = contentOf(item);
    left.push(...content.left);
    const drafts = readMessage(item, { content, names, systemIsBot });
    turns.push(...drafts.map((draft) => timedTurn(draft, starts[index])));
    if (drafts.length === 0) left.push({ node: item, reason: SAYS_NOTHING });
  }
  return { turns, items, left };
}

interface MessageReading {
  readonly content: ContentText;
  readonly names: ReadonlyMap<string, string>;
  readonly systemIsBot: boolean;
}

function readMessage(item: JsonNode, { content, names, systemIsBot }: MessageReading): readonly TurnDraft[] {
  const roleNode = member(item, "role");
  const word = readText(roleNode) ?? "";
  const role = roleOf(word, systemIsBot);
  const calls = messageToolCalls(item).map(toolCallTurn);
  if (role === "tool" && calls.length === 0) return [withRole(resultTurn(item, content, names), roleNode, word)];
  const said: readonly TurnDraft[] = content.text.trim() === "" ? [] : [{ role, content: content.text, sources: content.sources }];
  const drafts = [...said, ...calls];
  return drafts.map((draft, index) => (index === 0 ? withRole(draft, roleNode, word) : draft));
}

function roleOf(word: string, systemIsBot: boolean): string {
  const role = canonicalRole(word);
  if (role === "system" && systemIsBot) return "assistant";
  return role ?? (word === "" ? "unknown" : word);
}

function resultTurn(item: JsonNode, content: ContentText, names: ReadonlyMap<string, string>): TurnDraft {
  const nameNode = member(item, "name");
  const id = readText(member(item, "tool_call_id") ?? member(item, "toolCallId")) ?? "";
  const node = member(item, "content");
  // A list of parts is read as its words; an object that no part is read from is the tool's answer itself.
  const isWords = node?.type === "array" && content.text.trim() !== "";
  const sources = isWords ? [...asText([nameNode]), ...asContent(content.sources)] : asText([nameNode, node]);
  return toolResultTurn(readText(nameNode) ?? names.get(id) ?? null, isWords ? buildText(content.text) : node, sources);
}

function asContent(sources: readonly TurnSource[]): readonly TurnSource[] {
  return sources.map((source) => ({ ...source, reason: source.reason ?? "Written as text" }));
}
