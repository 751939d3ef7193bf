import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** A list of messages where it was found. */
export interface MessageList {
  readonly items: readonly JsonNode[];
  /** The object around it; null for a bare list. */
  readonly wrapper: JsonNode | null;
  readonly path: JsonPath;
}

/** Where lists of messages stand: requests, exports, records of evaluation runs, Gemini's `contents`. */
const PLACES: readonly JsonPath[] = [
  ["messages"],
  ["request", "messages"],
  ["traj"],
  ["trajectory"],
  ["history"],
  ["chat_history"],
  ["conversation"],
  ["conversation", "messages"],
  ["dialogue"],
  ["contents"],
];
/** Answers that belong behind the messages of the request. */
const ANSWERS: readonly JsonPath[] = [["choices"], ["response", "choices"]];

/** The list of messages of a record with the answer appended, or null where there is none. */
export function findMessageList(root: JsonNode): MessageList | null {
  if (root.type === "array") return root.items.length === 0 ? null : { items: root.items.map(innerMessage), wrapper: null, path: [] };
  if (root.type !== "object") return null;
  for (const path of PLACES) {
    const list = nodeAt(root, path);
    if (list?.type !== "array" || list.items.length === 0 || list.items[0]?.type !== "object") continue;
    return { items: [...list.items.map(innerMessage), ...answer(root)], wrapper: root, path };
  }
  return null;
}

/** The first of the answers: the others are other answers to the same request. */
function answer(root: JsonNode): readonly JsonNode[] {
  for (const path of ANSWERS) {
    const message = nodeAt(root, [...path, 0, "message"]);
    if (message?.type === "object") return [message];
  }
  const response = member(root, "response");
  return member(response, "role") && member(response, "content") && response ? [response] : [];
}

/** Some logs wrap each message (`{ "message": { "role" … } }`): the message itself is read. */
function innerMessage(item: JsonNode): JsonNode {
  const inner = member(item, "message");
  return inner?.type === "object" && member(item, "role") === undefined && member(inner, "role") !== undefined ? inner : item;
}
