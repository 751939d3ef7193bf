import { inSequence } from "./apply-edits";
import { changeMembers, encodeString, removeChildren, replaceSpan } from "./change-members";
import { childStart, measureContainer, measureDocument, nestedLayout, renderContainer, type ContainerLayout, type DocumentLayout, type JsonContainer } from "./json-layout";
import { insertionAt, movedItem } from "./change-items";
import { member, nodeAt, type JsonNode } from "./json-node";
import type { JsonPath } from "./json-path";
import type { TextEdit } from "./text-edit";

export { encodeString };

/*
 * Minimal edits of a JSON text at a path. All answer edits in sequence (each against the text left by the one before), leave
 * every byte outside of them as it was, and leave JSON behind. `root` is what `parseJson` made of `text`, and what is put in
 * must be JSON itself. A path that leads nowhere gives no edits, except where a function makes the way.
 */

/**
 * Puts a JSON text at a path. Members and parents that are missing are made, written like their surroundings; an array index
 * behind the end appends. A value in the way that can hold no such segment (`"call": null` for `call.externalId`) is replaced.
 */
export function setValue(text: string, root: JsonNode, path: JsonPath, jsonText: string): readonly TextEdit[] {
  const existing = nodeAt(root, path);
  if (existing !== undefined) return text.slice(existing.start, existing.end) === jsonText ? [] : [replaceSpan(text, existing, jsonText)];
  const document = measureDocument(text, root);
  const { trail, obstacle } = walk(root, path);
  const outer = measureContainer(text, trail, document);
  const inner = nestedLayout(outer, document);
  const holder = trail.at(-1);
  if (obstacle !== null) return [replaceSpan(text, obstacle, wrap(path.slice(trail.length), jsonText, { document, layout: inner }))];
  const key = path[trail.length - 1];
  const json = wrap(path.slice(trail.length), jsonText, { document, layout: inner });
  if (holder?.type === "object") return inSequence(changeMembers(text, holder, { changes: new Map([[String(key), json]]), layout: outer }));
  return holder === undefined ? [] : [insertionAt(text, holder, { index: holder.items.length, json, layout: outer })];
}

/** Takes a member or an item away, with its comma and white space. A key that is there more than once goes in all its places. */
export function removeAt(text: string, root: JsonNode, path: JsonPath): readonly TextEdit[] {
  const holder = nodeAt(root, path.slice(0, -1));
  const segment = path.at(-1);
  if (segment === undefined || (holder?.type !== "object" && holder?.type !== "array")) return [];
  return inSequence(removeChildren(text, holder, placesOf(holder, segment)));
}

/** Gives a member another key, in all its places. A member that has the new key already stays, so check before. */
export function renameKey(text: string, root: JsonNode, path: JsonPath, newKey: string): readonly TextEdit[] {
  const holder = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (holder?.type !== "object" || key === undefined || key === newKey) return [];
  const named = holder.members.filter((entry) => entry.key === key);
  return inSequence(named.map(({ keyStart, keyEnd }) => replaceSpan(text, { start: keyStart, end: keyEnd }, encodeString(newKey))));
}

/** Puts an item into an array before the one at `index`, or at the end. A missing array is made. */
export function insertItem(text: string, root: JsonNode, arrayPath: JsonPath, index: number, jsonText: string): readonly TextEdit[] {
  const array = nodeAt(root, arrayPath);
  if (array?.type !== "array") return setValue(text, root, [...arrayPath, 0], jsonText);
  const layout = measureContainer(text, [...walk(root, arrayPath).trail, array], measureDocument(text, root));
  return [insertionAt(text, array, { index, json: jsonText, layout })];
}

/** Moves an item so that it stands at index `to` afterwards. Its own bytes and those of the others stay as they are. */
export function moveItem(text: string, root: JsonNode, arrayPath: JsonPath, from: number, to: number): readonly TextEdit[] {
  const array = nodeAt(root, arrayPath);
  if (array?.type !== "array") return [];
  const layout = measureContainer(text, [...walk(root, arrayPath).trail, array], measureDocument(text, root));
  return inSequence(movedItem(text, array, { from, to, layout }));
}

interface Walk {
  /** The containers that the path leads through, from the root; the last may lack the child that comes next. */
  readonly trail: readonly JsonContainer[];
  /** The value that cannot hold the next segment of the path. */
  readonly obstacle: JsonNode | null;
}

/** Follows a path as far as it goes. */
export function walk(root: JsonNode, path: JsonPath): Walk {
  const trail: JsonContainer[] = [];
  let node: JsonNode = root;
  for (const segment of path) {
    let child: JsonNode | undefined;
    if (node.type === "object" && typeof segment === "string") child = member(node, segment);
    else if (node.type === "array" && typeof segment === "number") child = node.items[segment];
    else return { trail, obstacle: node };
    trail.push(node);
    if (child === undefined) return { trail, obstacle: null };
    node = child;
  }
  return { trail, obstacle: null };
}

/** A value inside as many new containers as there are segments. `layout` is that of the outermost one. */
function wrap(path: JsonPath, jsonText: string, style: { readonly document: DocumentLayout; readonly layout: ContainerLayout }): string {
  const [segment, ...deeper] = path;
  if (segment === undefined) return jsonText;
  const value = wrap(deeper, jsonText, { ...style, layout: nestedLayout(style.layout, style.document) });
  if (typeof segment === "number") return renderContainer([value], "[]", style.layout);
  return renderContainer([`${encodeString(segment)}${style.layout.colon}${value}`], "{}", style.layout);
}

function placesOf(holder: JsonContainer, segment: string | number): ReadonlySet<number> {
  if (holder.type === "object") return new Set(holder.members.flatMap(({ key }, index) => (key === segment ? [index] : [])));
  return new Set(typeof segment === "number" && childStart(holder, segment) !== undefined ? [segment] : []);
}
