import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { itemStats } from "./item-stats";
import { jsonInText, LABELLED_PATHS, labelledTurns } from "./list-items";
import { pickColumns, type Columns } from "./pick-columns";
import { pathOf, walkTree } from "./walk-tree";

/** A list that may hold the turns of a call. */
export interface FoundList extends Columns {
  readonly list: JsonPath;
  readonly count: number;
  /** Length times its share of all text of the record: what the lists are ranked by. */
  readonly weight: number;
  /** Labels in a text say who speaks. */
  readonly isLabelled: boolean;
}

/** Ours: a person cannot choose among more. */
const MAX_LISTS = 20;
/** Ours: so many texts of a record are looked into for a transcript or JSON. */
const MAX_TEXTS_READ = 50;

/** The lists of a record that may be turns, the likeliest first; [] where there is none. */
export function findLists(root: JsonNode): readonly FoundList[] {
  const found: Omit<FoundList, "weight">[] = [];
  const sizes: number[] = [];
  let allText = 0;
  let textsRead = 0;
  const add = (list: JsonPath, items: readonly JsonNode[], columns: Columns, isLabelled: boolean): void => {
    if (found.length >= MAX_LISTS) return;
    found.push({ ...columns, list, count: items.length, isLabelled });
    sizes.push(items.reduce((sum, item) => sum + textSize(item, columns.text), 0));
  };
  walkTree(root, (step) => {
    const { node } = step;
    if (node.type === "string") {
      allText += node.value.length;
      if (node.value.length < 12 || textsRead >= MAX_TEXTS_READ) return;
      textsRead += 1;
      readText(node, pathOf(step), add);
    } else if (node.type === "array") readList(node.items, pathOf(step), add);
  });
  return found
    .map((entry, index): FoundList => ({ ...entry, weight: entry.count * Math.min(1, (sizes[index] ?? 0) / Math.max(allText, 1)) }))
    .sort((left, right) => right.weight - left.weight);
}

const LABELLED: Columns = { ...LABELLED_PATHS, known: 1, isTelling: true };

type Add = (list: JsonPath, items: readonly JsonNode[], columns: Columns, isLabelled: boolean) => void;

function readList(items: readonly JsonNode[], path: JsonPath, add: Add): void {
  if (items.length < 2) return;
  if (items.every(({ type }) => type === "string")) {
    // Two texts of which the first is short may be a pair of a list further out.
    const turns = items.length === 2 ? null : labelledTurns(items.map((item) => (item.type === "string" ? item.value : "")).join("\n"));
    if (turns) add(path, turns, LABELLED, true);
    return;
  }
  const columns = pickColumns(itemStats(items));
  if (columns) add(path, items, columns, false);
}

/** A text may be a transcript with labels, or hold the list as JSON (so in vCon's analysis). */
function readText(node: JsonNode, path: JsonPath, add: Add): void {
  const inner = jsonInText(node);
  if (inner) {
    walkTree(inner, (step) => {
      if (step.node.type === "array") readList(step.node.items, [...path, ...pathOf(step)], add);
    });
    return;
  }
  const turns = node.type === "string" ? labelledTurns(node.value) : null;
  if (turns) add(path, turns, LABELLED, true);
}

function textSize(item: JsonNode, path: JsonPath): number {
  const node = nodeAt(item, path);
  return node?.type === "string" ? node.value.length : 0;
}
