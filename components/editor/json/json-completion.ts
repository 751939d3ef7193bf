import { insertCompletionText, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { fieldsIn, keyOf } from "@/lib/core/call-ingest/field-guide";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** The path of the innermost object or list around an offset. */
export function containerPath(root: JsonNode | null, offset: number): JsonPath {
  const path: (string | number)[] = [];
  let node = root;
  while (node !== null) {
    const next: { readonly key: string | number; readonly node: JsonNode } | null = childAt(node, offset);
    if (next === null || (next.node.type !== "object" && next.node.type !== "array")) return path;
    path.push(next.key);
    node = next.node;
  }
  return path;
}

/** The path of the innermost value around an offset; a key counts as its value. */
export function pathAt(root: JsonNode | null, offset: number): JsonPath {
  const path: (string | number)[] = [];
  let node = root;
  while (node !== null) {
    const next: { readonly key: string | number; readonly node: JsonNode } | null = childAt(node, offset);
    if (next === null) return path;
    path.push(next.key);
    node = next.node;
  }
  return path;
}

function childAt(node: JsonNode, offset: number): { readonly key: string | number; readonly node: JsonNode } | null {
  if (node.type === "object") {
    const found = node.members.find(({ keyStart, value }) => keyStart <= offset && offset <= value.end);
    return found === undefined ? null : { key: found.key, node: found.value };
  }
  if (node.type !== "array") return null;
  // Lists may have thousands of turns: halving finds the one.
  let low = 0;
  let high = node.items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = node.items[middle];
    if (item === undefined) return null;
    if (offset < item.start) high = middle - 1;
    else if (offset > item.end) low = middle + 1;
    else return { key: middle, node: item };
  }
  return null;
}

/** Names of the fields that Zelto documents for the object around the caret, with their help; `containerAt` tells which that is. */
export function completeFields(containerAt: (position: number) => JsonPath): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const typed = context.matchBefore(/"[A-Za-z]*/);
    if (typed === null || !isNamePlace(context.state, typed.from)) return null;
    const fields = fieldsIn(containerAt(typed.from));
    if (fields.length === 0) return null;
    const options = fields.map((field) => ({ label: `"${keyOf(field)}"`, detail: field.label, info: field.help, type: "property", apply: putName }));
    return { from: typed.from, options, validFor: /^"[A-Za-z]*"?$/ };
  };
}

/** Puts a name in. The result's own range cannot hold the closing quote: what stands in it is also what the names are filtered by. */
function putName(view: EditorView, { label }: Completion, from: number, to: number): void {
  view.dispatch(insertCompletionText(view.state, label, from, nameEnd(view.state, to)));
}

/** Behind the closing quote, which the pane wrote with the opening one; where there is none, where the caret is. */
export function nameEnd(state: EditorState, caret: number): number {
  return state.sliceDoc(caret, caret + 1) === '"' ? caret + 1 : caret;
}

/** As far back as white space is looked through; more of it than any layout has. */
const MAX_BLANKS = 2_000;

/** Whether a name can begin here: behind { or a comma. Behind a colon stands a value. */
function isNamePlace(state: EditorState, offset: number): boolean {
  const before = state.sliceDoc(Math.max(0, offset - MAX_BLANKS), offset).trimEnd();
  return before.endsWith("{") || before.endsWith(",");
}
