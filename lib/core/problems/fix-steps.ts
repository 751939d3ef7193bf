import { fieldAt } from "@/lib/core/call-ingest/field-guide";
import { firstCharacters, isRole } from "@/lib/core/call-ingest/limits";
import { numberText } from "@/lib/core/shapes/build/decimal";
import { encodeString } from "@/lib/core/text/edit-json";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { INVISIBLE } from "./check-text";
import type { FixKind } from "./fix-kinds";
import type { FixStep } from "./run-steps";

export interface FixRequest {
  readonly text: string;
  readonly root: JsonNode;
  /** Where the problem is. */
  readonly path: JsonPath;
  readonly detail: string;
}

type MakeSteps = (request: FixRequest) => readonly FixStep[];

/** What each kind of fix does to a document; nothing where the document no longer has what it is about. */
export const FIX_STEPS: Readonly<Record<FixKind, MakeSteps>> = {
  rename: ({ path, detail }) => [{ do: "rename", path, key: detail }],
  move: (request) => moveSteps(request, request.detail.split(".")),
  "into-metadata": intoMetadata,
  "leave-out": ({ path, detail }) => {
    // The button may name what stands around the place: an empty list of turns goes with its transcript.
    const end = path.lastIndexOf(detail);
    return end < 0 ? [] : [{ do: "remove", path: path.slice(0, end + 1) }];
  },
  "remove-turn": ({ path }) => (path[1] === "turns" && path.length >= 3 ? [{ do: "remove", path: path.slice(0, 3) }] : []),
  "wrap-turns": ({ text, root, path }) => withNode(root, path, (node) => setText(path, `{ "turns": ${sliceOf(text, node)} }`)),
  "set-end": ({ path, detail }) => setNumber(path, detail),
  "swap-times": swapTimes,
  "set-role": ({ path, detail }) => (isRole(detail) ? setText(path, encodeString(detail)) : []),
  cut: ({ root, path, detail }) => cutSteps(root, path, Number(detail)),
  "keep-external-id": () => [{ do: "remove", path: ["agentId"] }],
  "keep-agent-id": () => [{ do: "remove", path: ["agent"] }],
  round: ({ path, detail }) => setNumber(path, detail),
  "set-zero": ({ path }) => setText(path, "0"),
  "duration-from-times": ({ path, detail }) => setNumber(path, detail),
  "to-number": ({ path, detail }) => setNumber(path, detail),
  "to-text": ({ root, path }) => withNode(root, path, (node) => (node.type === "number" ? setText(path, encodeString(node.source)) : [])),
  "to-date-time": ({ path, detail }) => setText(path, encodeString(detail)),
  "to-system-prompt": ({ root, path }) => toSystemPrompt(root, path),
  trim: ({ root, path }) => rewriteText(root, path, (text) => text.trim()),
  "strip-invisible": ({ root, path }) => rewriteText(root, path, (text) => text.replace(INVISIBLE, "")),
  "mend-surrogates": ({ root, path }) => rewriteText(root, path, (text) => text.toWellFormed()),
  "remove-earlier": ({ path }) => [{ do: "remove-earlier", path }],
  "use-header": () => [],
};

/** A value exactly as it is written: numbers keep their digits, texts their escapes. */
function sliceOf(text: string, node: JsonNode): string {
  return text.slice(node.start, node.end);
}

function setText(path: JsonPath, json: string): readonly FixStep[] {
  return [{ do: "set", path, json }];
}

/** Only what is a JSON number may go into the text unquoted. */
function setNumber(path: JsonPath, detail: string): readonly FixStep[] {
  return numberText({ type: "number", source: detail, start: 0, end: 0 }) === null ? [] : setText(path, detail);
}

function withNode(root: JsonNode, path: JsonPath, make: (node: JsonNode) => readonly FixStep[]): readonly FixStep[] {
  const node = nodeAt(root, path);
  return node ? make(node) : [];
}

function rewriteText(root: JsonNode, path: JsonPath, rewrite: (text: string) => string): readonly FixStep[] {
  return withNode(root, path, (node) => (node.type === "string" ? setText(path, encodeString(rewrite(node.value))) : []));
}

/** Nothing that is there already is written over. */
function moveSteps({ text, root, path }: FixRequest, to: JsonPath): readonly FixStep[] {
  if (nodeAt(root, to)) return [];
  return withNode(root, path, (node) => [{ do: "set", path: to, json: sliceOf(text, node) }, { do: "remove", path }]);
}

function intoMetadata({ text, root, path }: FixRequest): readonly FixStep[] {
  const metadata = member(root, "metadata");
  if (metadata && metadata.type !== "object") return [];
  return withNode(root, path, (node) => [
    { do: "set", path: ["metadata", freeKey(metadata, path)], json: sliceOf(text, node) },
    { do: "remove", path },
  ]);
}

/** The key itself, else its whole path, else that with a number: what is in metadata already stays. */
function freeKey(metadata: JsonNode | undefined, path: JsonPath): string {
  const last = path.at(-1);
  const isInTurn = path.some((segment) => typeof segment === "number");
  if (typeof last === "string" && !isInTurn && !member(metadata, last)) return last;
  const whole = formatPath(path);
  let key = whole;
  for (let number = 2; member(metadata, key); number += 1) key = `${whole} (${number})`;
  return key;
}

function cutSteps(root: JsonNode, path: JsonPath, max: number): readonly FixStep[] {
  const metadata = member(root, "metadata");
  if (!(max > 0) || fieldAt(path)?.max !== max) return [];
  return withNode(root, path, (node) => {
    if (node.type !== "string" || (metadata && metadata.type !== "object")) return [];
    const cut: FixStep = { do: "set", path, json: encodeString(firstCharacters(node.value, max)) };
    return [{ do: "set", path: ["metadata", freeKey(metadata, path)], json: encodeString(node.value) }, cut];
  });
}

/** Swaps the two values of the object around the end that is too early. */
function swapTimes({ text, root, path }: FixRequest): readonly FixStep[] {
  const holder = path.slice(0, -1);
  const [startKey, endKey] = path.at(-1) === "endedAt" ? ["startedAt", "endedAt"] : ["startSeconds", "endSeconds"];
  const [start, end] = [nodeAt(root, [...holder, startKey]), nodeAt(root, [...holder, endKey])];
  if (!start || !end) return [];
  return [
    { do: "set", path: [...holder, startKey], json: sliceOf(text, end) },
    { do: "set", path: [...holder, endKey], json: sliceOf(text, start) },
  ];
}

/** The only turn of a call leaves with its transcript: an empty list would be refused. */
function toSystemPrompt(root: JsonNode, path: JsonPath): readonly FixStep[] {
  const content = nodeAt(root, [...path, "content"]);
  const turns = nodeAt(root, path.slice(0, -1));
  if (content?.type !== "string" || member(root, "systemPrompt") || turns?.type !== "array") return [];
  const rest: FixStep = turns.items.length === 1 ? { do: "remove", path: ["transcript"] } : { do: "remove", path };
  return [{ do: "set", path: ["systemPrompt"], json: encodeString(content.value) }, rest];
}
