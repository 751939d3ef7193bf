import { firstCharacters } from "@/lib/core/call-ingest/limits";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { proposeTemplate } from "./choose-template";
import { findLists } from "./find-lists";
import { itemStats } from "./item-stats";
import { listItems } from "./list-items";
import type { Template } from "./template";
import { pathOf, walkTree } from "./walk-tree";

/** A key of a list's items that a person can point at. */
export interface PointableKey {
  /** From one item of the list. */
  readonly path: JsonPath;
  readonly label: string;
  /** Share of the items that have something there, 0 to 1. */
  readonly share: number;
  /** At most 3 different values, each at most 80 characters. */
  readonly samples: readonly string[];
}

/** An item of a list as its columns have it now; null where nothing stands there. */
export interface ExampleRow {
  readonly speaker: string | null;
  readonly text: string | null;
  readonly time: string | null;
}

/** A list of a record that may hold its turns. */
export interface ListCandidate {
  readonly list: JsonPath;
  /** `data.events`, or "The record itself". */
  readonly label: string;
  readonly count: number;
  /** How it would be read; null where no columns were found and a person has to point them out. */
  readonly template: Template | null;
  /** The first 3 items; [] without columns. */
  readonly rows: readonly ExampleRow[];
  readonly keys: readonly PointableKey[];
}

/** A value outside the lists that a field of the call can be taken from. */
export interface PointableValue {
  /** From the record's root. */
  readonly path: JsonPath;
  readonly label: string;
  readonly sample: string;
}

const MAX_LISTS = 20;
const MAX_VALUES = 200;
const ROWS = 3;
const SAMPLE = 80;
const ROW = 200;

/** The lists that may be turns, the likeliest first; after them all other lists of objects, for a person who knows better. */
export function mapperCandidates(root: JsonNode): readonly ListCandidate[] {
  const found = findLists(root).map((entry): ListCandidate => describeList(root, entry.list, proposeTemplate(root, entry)));
  const known = new Set(found.map(({ label }) => label));
  const others: ListCandidate[] = [];
  walkTree(root, (step) => {
    const { node } = step;
    if (node.type !== "array" || others.length >= MAX_LISTS || !node.items.some(({ type }) => type === "object")) return;
    const list = pathOf(step);
    if (!known.has(labelOf(list))) others.push(describeList(root, list, null));
  });
  return [...found, ...others].slice(0, MAX_LISTS);
}

/** The values outside of lists, in the order of the record: what an id, a start or a number can be taken from. */
export function pointableValues(root: JsonNode): readonly PointableValue[] {
  const found: PointableValue[] = [];
  walkTree(root, (step) => {
    const { node } = step;
    if (found.length >= MAX_VALUES || (node.type !== "string" && node.type !== "number") || step.shape.includes("[]")) return;
    const path = pathOf(step);
    found.push({ path, label: formatPath(path), sample: firstCharacters(node.type === "string" ? node.value : node.source, SAMPLE) });
  });
  return found;
}

function describeList(root: JsonNode, list: JsonPath, template: Template | null): ListCandidate {
  const items = listItems(root, list)?.items ?? [];
  const stats = itemStats(items);
  const keys = stats.paths.map(({ path, filled, values }): PointableKey => {
    const samples = [...values.keys()].slice(0, 3).map((value) => firstCharacters(value, SAMPLE));
    return { path, label: formatPath(path), share: stats.looked === 0 ? 0 : filled / stats.looked, samples };
  });
  return { list, label: labelOf(list), count: items.length, template, rows: template ? exampleRows(items, template) : [], keys };
}

/** The first items under the columns of a template: for the screen while a person points. */
export function exampleRows(items: readonly JsonNode[], template: Pick<Template, "role" | "text" | "start">): readonly ExampleRow[] {
  return items.slice(0, ROWS).map((item): ExampleRow => {
    return { speaker: valueAt(item, template.role), text: valueAt(item, template.text), time: template.start ? valueAt(item, template.start) : null };
  });
}

function valueAt(item: JsonNode, path: JsonPath): string | null {
  const node = nodeAt(item, path);
  if (node?.type === "true" || node?.type === "false") return node.type;
  if (node?.type !== "string" && node?.type !== "number") return null;
  return firstCharacters(node.type === "string" ? node.value : node.source, ROW);
}

function labelOf(list: JsonPath): string {
  return list.length === 0 ? "The record itself" : formatPath(list);
}
