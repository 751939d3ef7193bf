import type { JsonArrayNode, JsonNode, JsonObjectNode } from "./json-node";

/** An object or an array. */
export type JsonContainer = JsonObjectNode | JsonArrayNode;

/** How a document is written, as far as something new put into it should look the same. */
export interface DocumentLayout {
  /** What one level of nesting adds to the start of a line. */
  readonly unit: string;
  /** The colon with its white space, as between the first key and its value. */
  readonly colon: string;
  /** What stands after a comma on one line: a blank, or nothing in compact JSON. */
  readonly gap: string;
  readonly newline: string;
}

/** The white space around the children of one container. */
export interface ContainerLayout {
  /** Between the opening bracket and the first child. */
  readonly open: string;
  /** Between a comma and the next child. */
  readonly separator: string;
  /** Between the last child and the closing bracket. */
  readonly close: string;
  readonly colon: string;
  /** Whether the first child stands on a line of its own. */
  readonly multiline: boolean;
}

/** Measures a document by its outermost object; what cannot be seen there is taken as two blanks, `": "` and LF. */
export function measureDocument(text: string, root: JsonNode): DocumentLayout {
  const colon = firstColon(text, root) ?? ": ";
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  return { unit: measureUnit(text, root) ?? "  ", colon, gap: /\s$/.test(colon) ? " " : "", newline };
}

/** The layout of the last container of a trail that starts at the root; an empty one is laid out like what it stands in. */
export function measureContainer(text: string, trail: readonly JsonContainer[], layout: DocumentLayout): ContainerLayout {
  const container = trail.at(-1);
  const first = container === undefined ? undefined : childStart(container, 0);
  if (container === undefined || first === undefined) return trail.length <= 1 ? oneLine(layout) : nestedLayout(measureContainer(text, trail.slice(0, -1), layout), layout);
  const count = childCount(container);
  const open = text.slice(container.start + 1, first);
  const multiline = /[\r\n]/.test(open);
  const close = text.slice(childEnd(container, count - 1), container.end - 1);
  const separator = count > 1 ? leadOf(text, container, count - 1) : multiline ? open : layout.gap;
  return { open, separator, close, colon: container.type === "object" ? (colonOf(text, container, count - 1) ?? layout.colon) : layout.colon, multiline };
}

/** The layout for something new inside a container of the given layout. */
export function nestedLayout(outer: ContainerLayout, layout: DocumentLayout): ContainerLayout {
  if (!outer.multiline) return oneLine(layout);
  const close = `${layout.newline}${indentOf(outer.open)}`;
  const open = `${close}${layout.unit}`;
  return { open, separator: open, close, colon: layout.colon, multiline: true };
}

/** Children between their brackets, separated as the layout says. */
export function renderContainer(children: readonly string[], brackets: "{}" | "[]", layout: ContainerLayout): string {
  if (children.length === 0) return brackets;
  return `${brackets.charAt(0)}${layout.open}${children.join(`,${layout.separator}`)}${layout.close}${brackets.charAt(1)}`;
}

/** How many members or items. */
export function childCount(container: JsonContainer): number {
  return container.type === "object" ? container.members.length : container.items.length;
}

/** Offset of a child, its key included; undefined where there is none. */
export function childStart(container: JsonContainer, index: number): number | undefined {
  return container.type === "object" ? container.members[index]?.keyStart : container.items[index]?.start;
}

/** Exclusive end of a child; where there is none, the place behind the opening bracket. */
export function childEnd(container: JsonContainer, index: number): number {
  const end = container.type === "object" ? container.members[index]?.value.end : container.items[index]?.end;
  return end ?? container.start + 1;
}

/** White space before a child, back to its comma or the opening bracket. */
export function leadOf(text: string, container: JsonContainer, index: number): string {
  const start = childStart(container, index) ?? container.start + 1;
  if (index === 0) return text.slice(container.start + 1, start);
  return text.slice(text.indexOf(",", childEnd(container, index - 1)) + 1, start);
}

function oneLine(layout: DocumentLayout): ContainerLayout {
  return { open: "", separator: layout.gap, close: "", colon: layout.colon, multiline: false };
}

/** What stands before the first child on its line. */
function indentOf(open: string): string {
  return /[^\r\n]*$/.exec(open)?.[0] ?? "";
}

function measureUnit(text: string, root: JsonNode): string | null {
  if (root.type !== "object" && root.type !== "array") return null;
  const count = childCount(root);
  const open = text.slice(root.start + 1, childStart(root, 0));
  if (count === 0 || !/[\r\n]/.test(open)) return null;
  // The slice of a record starts at its bracket, so only the closing bracket's line shows how far the whole is indented.
  const close = text.slice(childEnd(root, count - 1), root.end - 1);
  const outer = /[\r\n]/.test(close) ? indentOf(close) : "";
  const inner = indentOf(open);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : null;
}

function firstColon(text: string, root: JsonNode): string | null {
  if (root.type === "array") {
    for (const item of root.items) {
      const colon = firstColon(text, item);
      if (colon !== null) return colon;
    }
  }
  return root.type === "object" ? colonOf(text, root, 0) : null;
}

/** A colon that is followed by a line break is no model for others. */
function colonOf(text: string, object: JsonObjectNode, index: number): string | null {
  const entry = object.members[index];
  if (entry === undefined) return null;
  const colon = text.slice(entry.keyEnd, entry.value.start);
  return /[\r\n]/.test(colon) ? null : colon;
}
