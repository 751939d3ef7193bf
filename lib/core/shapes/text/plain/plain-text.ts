import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { spokenTurns } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { finishTextCall } from "@/lib/core/shapes/text/finish-text-call";
import { isBlank, textLines } from "@/lib/core/shapes/text/text-lines";
import { findTextTree, partsOf, textTree } from "@/lib/core/shapes/text/text-tree";
import { buildList } from "@/lib/core/shapes/build/json-build";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";
import { paragraphsOf } from "./paragraphs";
import { unlabelledLines } from "./unlabelled";

/** A text in which nobody is named. It is the last resort of texts, and nothing of it is taken for sure. */
export const PLAIN_TEXT: TextShapeModule = {
  shape: "plain-text",
  likeness: plainLikeness,
  read: (text) => {
    const paragraphs = paragraphsOf(text).map((lines) => buildList(lines));
    return paragraphs.length === 0 ? null : textTree("plain-text", [["paragraphs", paragraphs]]);
  },
  inspect: (root) => findTextTree(root, { format: "plain-text", score: 0.3, reasons: ["It is a text, and its lines name no speakers"] }),
  convert,
  dropReason: () => "Turns have no field for it",
};

/** Just enough to be read where nothing else fits (the bar of `readSourceRecord`). */
const LAST_RESORT = 0.3;
const SAMPLE_CHARACTERS = 64 * 1024;
/** Ours: fewer words are a slip of the clipboard. */
const LEAST_WORDS = 8;

/** How a text begins that was meant to be JSON, XML, a command, a key or a script. */
const OTHER_FORMATS = /^(?:\uFEFF)?\s*(?:[{[<"'“”`(\\%#]|-{3,}|\/\/|\/\*|curl\s|https?:\/\/\S*\s*$|(?:import|const|let|var|def|class|function|package|SELECT|INSERT|CREATE)\s)/i;
const LOG_LINE = /^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d|\[?\d{1,2}:\d\d:\d\d|[A-Z][a-z]{2}\s+\d{1,2}\s\d\d:\d\d:\d\d|(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|\d{1,3}(?:\.\d{1,3}){3}\s|\s*at \S+\s?\()/;
const CODE_LINE = /[{};]\s*$|^\s*[\w.-]+\s*=\s*\S|["'}\]]\s*:\s|":/;

function plainLikeness(text: string): number {
  const head = text.slice(0, SAMPLE_CHARACTERS);
  if (OTHER_FORMATS.test(head) || /\{\s*"|"\s*:|\u0000|\uFFFD/.test(head)) return 0;
  const lines = textLines(head).filter((line) => !isBlank(line));
  const odd = lines.filter(({ text: line }) => LOG_LINE.test(line) || CODE_LINE.test(line)).length;
  const words = head.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const visible = head.replace(/\s+/g, "").length;
  return words.length >= LEAST_WORDS && letters >= visible * 0.6 && odd <= lines.length * 0.2 ? LAST_RESORT : 0;
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const paragraphs = partsOf(root, "paragraphs").map((node): readonly JsonNode[] => (node.type === "array" ? node.items : []));
  return finishTextCall(root, context, { draft, turns: spokenTurns(unlabelledLines(paragraphs, context), context) });
}
