import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { spokenTurns, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { takeFirstSystemTurn } from "@/lib/core/shapes/build/system-prompt";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { dropLeftovers, type TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import { remarkStopMarks } from "@/lib/core/shapes/messages/stop-marks";
import { isSystemTheBot } from "@/lib/core/shapes/messages/system-side";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { askList } from "./ask-list";
import { chooseTemplate, type ChosenTemplate } from "./choose-template";
import { findLists } from "./find-lists";
import { KEPT_KEYS } from "./key-words";
import { listItems } from "./list-items";
import { NEAR_FIELDS, plainKey, type NearField } from "./near-keys";
import { nearScopes } from "./near-scopes";
import { sidesOfIds } from "./participants";
import { readLines } from "./read-lines";
import { takeNear, type NearValue } from "./take-near";
import type { Template } from "./template";

/** The last resort: a list in which one key says who speaks and another what, wherever it stands in the record. */
export const GENERIC_MAPPER: ShapeModule = { shape: "generic", inspect, convert, dropReason };

function inspect(root: JsonNode): Finding | null {
  // The trees of text formats are read by those formats alone.
  if (root.start === -1) return null;
  const [best] = findLists(root);
  if (!best) return null;
  const place = formatPath(best.list) === "" ? "It" : formatPath(best.list);
  const reasons = [best.isLabelled ? `${place} is a transcript with speaker labels` : `${place} is a list with ${formatPath(best.role)} and ${formatPath(best.text)} in its items`];
  return { score: best.known >= 0.5 || best.isTelling ? 0.6 : 0.45, reasons };
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const chosen = chooseTemplate(root, context.answers);
  const list = chosen ? listItems(root, chosen.template.list) : null;
  if (!chosen || !list) {
    context.remark({ kind: "no-talk", path: [], sentence: "No list of turns was found in this record." });
    return draft.build([]);
  }
  const { template } = chosen;
  if (chosen.rivals.length > 0) askList(root, chosen, context);
  const { startMs } = takeNear(draft, nearValues(root, template));
  const read = readLines(list, template, { context, startMs });
  const { first } = read.clock;
  if (first && list.holder === null && !draft.has("call.startedAt")) draft.takeInstant("call.startedAt", first.instant, { node: first.node, reason: "The first turn's time: the source states no start" });
  const spoken = namedLines(root, template, read.lines);
  const all = spokenTurns(spoken.lines, context);
  const turns = all[0]?.role === "system" ? takeFirstSystemTurn(draft, all, context.receipt) : all;
  remarkReading(chosen, { turns, systemIsBot: spoken.systemIsBot }, context);
  remarkStopMarks(turns, context);
  keepNear(draft, root, template, turns);
  takeMissingAgent(draft, context);
  takeDerivedId(draft, context, turns);
  const built = draft.build(turns);
  dropLeftovers(context.receipt, { turns, items: read.items, left: read.left }, new Map());
  return built;
}

function nearValues(root: JsonNode, template: Template): ReadonlyMap<NearField, NearValue> {
  const values = new Map<NearField, NearValue>();
  for (const field of NEAR_FIELDS) {
    const path = template[field];
    const node = path ? nodeAt(root, path) : undefined;
    if (path && node && (node.type === "string" || node.type === "number")) values.set(field, { key: String(path.at(-1) ?? field), node });
  }
  return values;
}

/** Ids become sides where the record tells them; SYSTEM is the bot where the words and texts say so. */
function namedLines(root: JsonNode, template: Template, lines: readonly SpokenLine[]): { readonly lines: readonly SpokenLine[]; readonly systemIsBot: boolean } {
  const systemIsBot = isSystemTheBot(lines.map(({ word, content }) => ({ word, text: content })));
  const sides = sidesOfIds(root, template.list, new Set(lines.map(({ word }) => word)));
  const named = lines.map((line): SpokenLine => {
    const isBot = systemIsBot && line.word.toLowerCase() === "system";
    return { ...line, word: isBot ? "Assistant" : (sides.get(line.word) ?? line.word) };
  });
  return { lines: named, systemIsBot };
}

interface Reading {
  readonly turns: readonly TurnDraft[];
  readonly systemIsBot: boolean;
}

/** What a person has pointed out is no guess; what was found is one, and says where it was found. */
function remarkReading({ template, isTaught }: ChosenTemplate, { turns, systemIsBot }: Reading, context: ConversionContext): void {
  const path = formatPath(template.list);
  const place = path === "" ? "this list" : path;
  const sentence = `The turns were read from ${place}: ${formatPath(template.role)} was taken for the speaker, ${formatPath(template.text)} for the words.`;
  if (!isTaught && turns.length > 0) context.remark({ kind: "guessed", path: ["transcript"], sentence });
  if (turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: `Nobody says anything in ${place}.` });
  const assistant = turns.findIndex(({ role }) => role === "assistant");
  if (systemIsBot && assistant >= 0) {
    const words = "The only speakers are USER and SYSTEM and no text looks like a prompt, so SYSTEM was taken for the assistant.";
    context.remark({ kind: "guessed", path: ["transcript", "turns", assistant, "role"], value: "assistant", sentence: words });
  }
}

/** Of what stands around the list an allow-list goes into metadata; everything else may be a secret. */
function keepNear(draft: CanonicalDraft, root: JsonNode, { list }: Template, turns: readonly TurnDraft[]): void {
  draft.note("convertedFrom", turns.length === 0 ? "unknown shape" : "own shape");
  const kept = new Set<string>();
  for (const { node } of nearScopes(root, list)) {
    if (node.type !== "object") continue;
    for (const { key, value } of node.members) {
      const isPlain = value.type === "string" || value.type === "number" || value.type === "true" || value.type === "false" || isListOfTexts(value);
      if (!isPlain || kept.has(key) || !KEPT_KEYS.some((name) => name === plainKey(key))) continue;
      kept.add(key);
      draft.keep(key, value);
    }
  }
}

function isListOfTexts(node: JsonNode): boolean {
  return node.type === "array" && node.items.length <= 50 && node.items.every(({ type }) => type === "string");
}

function dropReason(path: JsonPath): string {
  return path.length === 0 ? "Nothing in it is a turn" : "Not among what was read from this shape; a person can point it out";
}
