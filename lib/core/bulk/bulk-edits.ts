import { runSteps, type FixStep } from "@/lib/core/problems/run-steps";
import { failure, success, type Result } from "@/lib/core/result";
import { inSequence } from "@/lib/core/text/apply-edits";
import { encodeString, walk } from "@/lib/core/text/edit-json";
import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { replaceInString } from "@/lib/core/text/replace-in-string";
import type { TextEdit } from "@/lib/core/text/text-edit";
import type { BulkReason } from "./bulk-reasons";
import { wordFinder, type WordSearch } from "./find-words";

/** A change of a canonical call's text that is the same for many calls; null takes the value away. */
export type TextAct =
  | { readonly kind: "set-agent"; readonly externalId: string; readonly name: string | null }
  | { readonly kind: "set-version"; readonly version: string | null }
  | { readonly kind: "set-customer-number"; readonly number: string | null }
  | { readonly kind: "set-customer-name"; readonly name: string | null }
  | { readonly kind: "set-metadata"; readonly key: string; readonly value: string | null }
  | { readonly kind: "set-external-id"; readonly externalId: string }
  | ({ readonly kind: "replace-text"; readonly replace: string } & WordSearch)
  | { readonly kind: "derive-version" };

/** Edits in sequence; none where the text already says so. */
export type ActEdits = Result<readonly TextEdit[], BulkReason>;

/**
 * The edits that an act makes in a canonical text. Nothing outside of the named values is touched. @returns `in-the-way` where a
 * value of another kind would have to go, `no-prompt`.
 */
export function editsOfAct(text: string, root: JsonNode, act: TextAct): ActEdits {
  switch (act.kind) {
    case "set-agent":
      return setAgent(text, root, act);
    case "set-version":
      return setField({ text, root }, ["version"], act.version);
    case "set-customer-number":
      return setField({ text, root }, ["call", "customer", "number"], act.number);
    case "set-customer-name":
      return setField({ text, root }, ["call", "customer", "name"], act.name);
    case "set-metadata":
      return setField({ text, root }, ["metadata", act.key], act.value);
    case "set-external-id":
      return setField({ text, root }, ["call", "externalId"], act.externalId);
    case "derive-version":
      return deriveVersion(text, root);
    case "replace-text":
      return success(replaceWords(text, root, act));
  }
}

/**
 * The version that a system prompt stands for: calls with the same prompt get the same one. Ours: 12 of the 64 hexadecimal digits
 * of its SHA-256 tell a hundred thousand prompts apart with a chance of 1 in 50,000 that two collide.
 */
export function versionOfPrompt(prompt: string): string {
  return `prompt-${sha256Hex(utf8(prompt)).slice(0, 12)}`;
}

interface Document {
  readonly text: string;
  readonly root: JsonNode;
}

function setField({ text, root }: Document, path: JsonPath, value: string | null): ActEdits {
  if (blocked(root, path)) return failure("in-the-way");
  return success(runSteps(text, root, fieldSteps(root, path, value)));
}

function fieldSteps(root: JsonNode, path: JsonPath, value: string | null): readonly FixStep[] {
  const node = nodeAt(root, path);
  if (value === null) return node === undefined ? [] : [{ do: "remove", path }];
  // The same text in other escapes is the same value: its bytes stay.
  return node?.type === "string" && node.value === value ? [] : [{ do: "set", path, json: encodeString(value) }];
}

/** A null in the way says nothing and may go; any other value would be lost. */
function blocked(root: JsonNode, path: JsonPath): boolean {
  const { obstacle } = walk(root, path);
  return obstacle !== null && obstacle.type !== "null";
}

/** `agentId` would win over the external id, and the earlier agent's name would name the new one: both go. */
function setAgent(text: string, root: JsonNode, act: { readonly externalId: string; readonly name: string | null }): ActEdits {
  if (blocked(root, ["agent", "externalId"])) return failure("in-the-way");
  const current = nodeAt(root, ["agent", "externalId"]);
  const isSame = current?.type === "string" && current.value === act.externalId;
  const name = act.name === null && isSame ? [] : fieldSteps(root, ["agent", "name"], act.name);
  const steps = [...fieldSteps(root, ["agent", "externalId"], act.externalId), ...name, ...fieldSteps(root, ["agentId"], null)];
  return success(runSteps(text, root, steps));
}

function deriveVersion(text: string, root: JsonNode): ActEdits {
  const prompt = member(root, "systemPrompt");
  if (prompt?.type !== "string" || prompt.value.trim() === "") return failure("no-prompt");
  return setField({ text, root }, ["version"], versionOfPrompt(prompt.value));
}

function replaceWords(text: string, root: JsonNode, act: WordSearch & { readonly replace: string }): readonly TextEdit[] {
  const find = wordFinder(act);
  const turns = nodeAt(root, ["transcript", "turns"]);
  if (turns?.type !== "array") return [];
  const edits = turns.items.flatMap((turn) => {
    const content = member(turn, "content");
    return content?.type === "string" ? replaceInString(text, content, find(content.value), act.replace) : [];
  });
  return inSequence(edits);
}
