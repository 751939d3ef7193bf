import { readText } from "@/lib/core/call-ingest/read-number";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { convertMessages, type MessageDialectReader } from "./convert-messages";
import { messageDialect } from "./message-dialect";
import type { MessageList } from "./message-list";
import { readResponseTurns, RESPONSES_LEFTOVERS } from "./response-turns";

const READER: MessageDialectReader = { shape: "openai-responses", find: findItems, read: readResponseTurns, leftovers: RESPONSES_LEFTOVERS, takeBeside };

/** Items of OpenAI's Responses: a bare list, a response with its output, a request with both, a page of a conversation's items. */
export const OPENAI_RESPONSES: ShapeModule = { shape: "openai-responses", inspect, convert: (root, context) => convertMessages(root, context, READER), dropReason };

function inspect(root: JsonNode): Finding | null {
  const list = findItems(root);
  if (!list || messageDialect(list.items) !== "responses") return null;
  const isResponse = readText(member(root, "object")) === "response" || readText(nodeAt(root, ["response", "object"])) === "response";
  const reasons = ["its items are messages and function calls with typed parts", ...(isResponse ? ["object is response"] : [])];
  return { score: isResponse ? 0.95 : 0.88, reasons };
}

/** Where a page of items stands, and where a request and its answer do. */
const PAGES: readonly JsonPath[] = [["items"], ["data"], ["history"], ["conversation", "items"]];
const INPUTS: readonly JsonPath[] = [["input"], ["request", "input"]];
const OUTPUTS: readonly JsonPath[] = [["output"], ["response", "output"]];

export function findItems(root: JsonNode): MessageList | null {
  if (root.type === "array") return root.items.length === 0 ? null : { items: root.items, wrapper: null, path: [] };
  if (root.type !== "object") return null;
  const [input, output] = [firstOf(root, INPUTS), firstOf(root, OUTPUTS)];
  const items = [...itemsOf(input), ...itemsOf(output)];
  if (items.length > 0) return { items, wrapper: root, path: [] };
  const pageAt = PAGES.find((path) => itemsOf(nodeAt(root, path)).length > 0);
  return pageAt ? { items: itemsOf(nodeAt(root, pageAt)), wrapper: root, path: pageAt } : null;
}

function firstOf(root: JsonNode, paths: readonly JsonPath[]): JsonNode | undefined {
  return paths.map((path) => nodeAt(root, path)).find((node) => node !== undefined);
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node?.type === "array") return node.items;
  return node?.type === "string" && node.value.trim() !== "" ? [node] : [];
}

function takeBeside(draft: CanonicalDraft, root: JsonNode): void {
  for (const path of [["instructions"], ["response", "instructions"], ["request", "instructions"]]) {
    if (!draft.has("systemPrompt")) draft.takeText("systemPrompt", nodeAt(root, path));
  }
}

function dropReason(path: JsonPath): string {
  return path.includes("tools") ? "What tools there were is no part of the conversation" : "Zelto has no field for it";
}
