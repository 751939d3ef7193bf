import { readText } from "@/lib/core/call-ingest/read-number";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { plainText } from "@/lib/core/shapes/build/tool-text";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { labelledLines } from "@/lib/core/shapes/text/labelled/labelled-lines";
import { labelledLikeness, readLabelled } from "@/lib/core/shapes/text/labelled/read-labelled";
import { paragraphsOf } from "@/lib/core/shapes/text/plain/paragraphs";
import { unlabelledLines } from "@/lib/core/shapes/text/plain/unlabelled";
import { partsOf } from "@/lib/core/shapes/text/text-tree";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";
import { CUT_AT } from "./spoiled-cells";

const SPLIT = "One cell, split into turns";
const LISTS = ["messages", "turns", "transcript", "items", "conversation", "dialogue", "history"] as const;
const WHO = ["role", "speaker", "sender", "from", "author", "participant", "user", "name"] as const;
const WHAT = ["content", "text", "message", "utterance", "body", "transcript", "value", "msg"] as const;

/** The turns that one cell holds: a JSON list of them, a text with labels, or a text without. Times inside it are left out. */
export function cellTurns(cell: JsonNode, context: ConversionContext): readonly SpokenLine[] {
  const text = readText(cell) ?? "";
  const fromCell = (lines: readonly Pick<SpokenLine, "word" | "content" | "startSeconds">[]): readonly SpokenLine[] =>
    lines.map((line, index): SpokenLine => ({ ...line, sources: index === 0 ? [{ node: cell, field: "content", reason: SPLIT }] : [] }));
  if (/^\s*[[{]/.test(text)) {
    const parsed = parseJson(text);
    if (parsed.ok) return fromCell(jsonTurns(parsed.value.root));
    if (/^\s*(?:\[\s*\{|\{\s*")/.test(text)) return brokenJson(text, cell, context);
  }
  const root = labelledLikeness(text) >= 0.3 ? readLabelled(text) : null;
  if (!root) return unlabelledLines(paragraphsOf(text), context, cell);
  const { lines } = labelledLines(partsOf(root, "turns").filter((turn) => member(turn, "text")), context);
  return fromCell(lines.map(({ word, content, startSeconds }) => ({ word, content, ...(startSeconds === undefined ? {} : { startSeconds }) })));
}

/** A list of objects that say who and what, bare or under one of the usual names. */
function jsonTurns(root: JsonNode): readonly Pick<SpokenLine, "word" | "content">[] {
  const list = root.type === "array" ? root : LISTS.map((key) => member(root, key)).find((node) => node?.type === "array");
  if (list?.type !== "array") return [];
  return list.items.flatMap((item) => {
    const word = WHO.map((key) => wordOf(member(item, key))).find((found) => found !== null) ?? null;
    const content = said(WHAT.map((key) => member(item, key)).find((node) => node !== undefined && node.type !== "null"));
    return word === null || content.trim() === "" ? [] : [{ word, content }];
  });
}

/** "agent", 0 for a numbered speaker, or an object with a name of its own. */
function wordOf(node: JsonNode | undefined): string | null {
  if (node?.type === "number") return `speaker ${node.source}`;
  return node?.type === "string" && node.value.trim() !== "" ? node.value.trim() : null;
}

/** A text, or the texts of a list of parts. */
function said(node: JsonNode | undefined): string {
  if (node?.type !== "array") return plainText(node);
  return node.items.map((part) => (part.type === "string" ? part.value : plainText(member(part, "text")))).filter((text) => text !== "").join("\n");
}

/** Half a list is never taken for a whole one. */
function brokenJson(text: string, cell: JsonNode, context: ConversionContext): readonly SpokenLine[] {
  const why = text.length === CUT_AT ? "it has exactly 32,767 characters, where spreadsheets cut a cell" : "its JSON breaks off or is not valid";
  context.remark({ kind: "no-talk", path: [], sentence: `The transcript's cell cannot be read: ${why}.` });
  context.receipt.drop(cell, "It is no complete JSON");
  return [];
}
