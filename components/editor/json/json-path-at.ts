import { fieldAt } from "@/lib/core/call-ingest/field-guide";
import type { JsonMember, JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** A stretch of the text; `end` is exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The path of the innermost value, or of the member whose key it is, that an offset lies in or touches; `[]` is the root. */
export function pathAt(root: JsonNode, offset: number): JsonPath {
  const path: (string | number)[] = [];
  let node: JsonNode | undefined = root;
  while (node !== undefined) {
    if (node.type === "object") {
      const found: JsonMember | undefined = around(node.members, offset, (member) => ({ start: member.keyStart, end: member.value.end }));
      if (found !== undefined) path.push(found.key);
      node = found?.value;
    } else if (node.type === "array") {
      const { items }: { readonly items: readonly JsonNode[] } = node;
      const item: JsonNode | undefined = around(items, offset, (candidate) => candidate);
      if (item !== undefined) path.push(indexOf(items, item.start));
      node = item;
    } else node = undefined;
  }
  return path;
}

/** Where a place of the document stands, and the key in front of it. Where it is missing, the nearest place around it. */
export interface Place {
  readonly value: TextSpan;
  readonly key: TextSpan | null;
  /** Whether the path leads here, and not only near here. */
  readonly exact: boolean;
  readonly isContainer: boolean;
}

/** Finds the place of a path in the tree. */
export function placeOf(root: JsonNode, path: JsonPath): Place {
  let node = root;
  let key: TextSpan | null = null;
  let exact = true;
  for (const segment of path) {
    const member: JsonMember | undefined = typeof segment === "string" && node.type === "object" ? node.members.findLast((candidate) => candidate.key === segment) : undefined;
    const next: JsonNode | undefined = member?.value ?? (typeof segment === "number" && node.type === "array" ? node.items[segment] : undefined);
    if (next === undefined) {
      exact = false;
      break;
    }
    key = member === undefined ? null : { start: member.keyStart, end: member.keyEnd };
    node = next;
  }
  return { value: { start: node.start, end: node.end }, key, exact, isContainer: node.type === "object" || node.type === "array" };
}

/**
 * What to underline for a problem at a path: the value, but the key where the field is not a documented one, and never more of
 * an object or a list than its key or its opening bracket.
 */
export function spanToMark(root: JsonNode, path: JsonPath): TextSpan {
  const { value, key, exact, isContainer } = placeOf(root, path);
  if (key !== null && (isContainer || (exact && fieldAt(path) === undefined))) return key;
  return isContainer ? { start: value.start, end: value.start + 1 } : value;
}

/** The one of sorted neighbours whose span holds or touches the offset. */
function around<Item>(items: readonly Item[], offset: number, spanOf: (item: Item) => TextSpan): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || spanOf(item).start > offset) high = middle;
    else low = middle + 1;
  }
  const found = items[low - 1];
  return found !== undefined && spanOf(found).end >= offset ? found : undefined;
}

/** The index of the item that starts at an offset. */
function indexOf(items: readonly JsonNode[], start: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
