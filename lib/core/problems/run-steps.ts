import { applyEdits } from "@/lib/core/text/apply-edits";
import { removeAt, renameKey, setValue } from "@/lib/core/text/edit-json";
import { nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { parseJson } from "@/lib/core/text/scan-json";
import type { TextEdit } from "@/lib/core/text/text-edit";

/** One change of a document at a path, by what the document is when its turn comes. */
export type FixStep =
  | { readonly do: "set"; readonly path: JsonPath; readonly json: string }
  | { readonly do: "remove"; readonly path: JsonPath }
  | { readonly do: "rename"; readonly path: JsonPath; readonly key: string }
  | { readonly do: "remove-earlier"; readonly path: JsonPath };

/** Runs steps one after another and answers all their edits in sequence; [] where one of them makes the text unreadable. */
export function runSteps(text: string, root: JsonNode, steps: readonly FixStep[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let [currentText, currentRoot] = [text, root];
  for (const [index, step] of steps.entries()) {
    const made = editsOf(currentText, currentRoot, step);
    edits.push(...made);
    if (index === steps.length - 1) break;
    currentText = applyEdits(currentText, made);
    const parsed = parseJson(currentText);
    if (!parsed.ok) return [];
    currentRoot = parsed.value.root;
  }
  return edits;
}

function editsOf(text: string, root: JsonNode, step: FixStep): readonly TextEdit[] {
  switch (step.do) {
    case "set":
      return setValue(text, root, step.path, step.json);
    case "remove":
      return removeAt(text, root, step.path);
    case "rename":
      return renameKey(text, root, step.path, step.key);
    case "remove-earlier":
      return removeEarlier(text, root, step.path);
  }
}

/** Takes away all members of a repeated key but the last. Each has a later member, so each goes with the comma behind it. */
function removeEarlier(text: string, root: JsonNode, path: JsonPath): readonly TextEdit[] {
  const holder = nodeAt(root, path.slice(0, -1));
  if (holder?.type !== "object") return [];
  const places = earlierPlaces(holder, path.at(-1));
  // From the back, so that the places in front keep their offsets.
  return places.reverse().flatMap((index): TextEdit[] => {
    const [entry, next] = [holder.members[index], holder.members[index + 1]];
    return entry && next ? [{ offset: entry.keyStart, removed: text.slice(entry.keyStart, next.keyStart), inserted: "" }] : [];
  });
}

function earlierPlaces(holder: JsonObjectNode, key: string | number | undefined): number[] {
  const places = holder.members.flatMap((entry, index) => (entry.key === key ? [index] : []));
  return places.slice(0, -1);
}
