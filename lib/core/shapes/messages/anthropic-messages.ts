import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { ANTHROPIC_LEFTOVERS, readAnthropicTurns } from "./anthropic-turns";
import { readContentText } from "./content-text";
import { convertMessages, type MessageDialectReader } from "./convert-messages";
import { messageDialect } from "./message-dialect";
import { findMessageList } from "./message-list";

const READER: MessageDialectReader = { shape: "anthropic-messages", find: findMessageList, read: readAnthropicTurns, leftovers: ANTHROPIC_LEFTOVERS, takeBeside: takePrompt };

/** Messages whose tools stand inside the content, with the prompt beside the list. */
export const ANTHROPIC_MESSAGES: ShapeModule = { shape: "anthropic-messages", inspect, convert: (root, context) => convertMessages(root, context, READER), dropReason };

function inspect(root: JsonNode): Finding | null {
  const list = findMessageList(root);
  const dialect = list ? messageDialect(list.items) : null;
  if (dialect === "anthropic") return { score: 0.9, reasons: ["its content has tool_use, tool_result or thinking"] };
  if (dialect !== "openai" || !hasPromptBeside(root)) return null;
  return { score: 0.85, reasons: ["messages have role and content", "the prompt stands beside them, in system"] };
}

/** Anthropic's requests have their prompt beside the messages, as a text or as a list of texts. */
export function hasPromptBeside(root: JsonNode): boolean {
  return promptNode(root) !== undefined;
}

function promptNode(root: JsonNode): JsonNode | undefined {
  const node = member(root, "system") ?? nodeAt(root, ["request", "system"]);
  return node?.type === "string" || node?.type === "array" ? node : undefined;
}

function takePrompt(draft: CanonicalDraft, root: JsonNode): void {
  const node = promptNode(root);
  if (node?.type === "string") draft.takeText("systemPrompt", node);
  if (node?.type !== "array") return;
  const { text, sources } = readContentText(node);
  for (const source of sources) if (text.trim() !== "") draft.putText("systemPrompt", text, { node: source.node, reason: "The parts of the prompt, joined" });
}

function dropReason(path: JsonPath): string {
  if (path[0] === "tools") return "What tools there were is no part of the conversation";
  if (path[0] === "system") return "Not a text of the prompt";
  return "Zelto has no field for it";
}
