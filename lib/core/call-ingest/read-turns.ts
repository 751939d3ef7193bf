import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { isRole } from "./limits";
import { readNumber } from "./read-number";

/** One turn as the transcript shows it; wrong types become something readable and never stop the list. */
export interface TurnView {
  /** Place in `transcript.turns`, from 0. */
  readonly index: number;
  /** As written; "" where it is missing. */
  readonly role: string;
  readonly roleKnown: boolean;
  /** The text; "" where it is missing, a placeholder in angle quotes where it is not a text. */
  readonly content: string;
  /** Whether `content` is the text itself and not a placeholder. */
  readonly contentIsText: boolean;
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
  /** Span of the turn in the text, UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The turns of a canonical document, in order; [] where there is no list of turns. Never throws. */
export function readTurns(root: JsonNode): readonly TurnView[] {
  const turns = nodeAt(root, ["transcript", "turns"]);
  return turns?.type === "array" ? turns.items.map(readTurn) : [];
}

function readTurn(node: JsonNode, index: number): TurnView {
  const role = contentText(member(node, "role"));
  const contentNode = node.type === "object" ? member(node, "content") : node;
  return {
    index,
    role,
    roleKnown: isRole(role),
    content: contentText(contentNode),
    contentIsText: node.type === "object" && (contentNode === undefined || contentNode.type === "string"),
    startSeconds: readNumber(member(node, "startSeconds")),
    endSeconds: readNumber(member(node, "endSeconds")),
    start: node.start,
    end: node.end,
  };
}

/** The text of a role or a content; a placeholder in angle quotes where it is none, "" where it is missing. */
export function contentText(node: JsonNode | undefined): string {
  if (node === undefined) return "";
  switch (node.type) {
    case "string":
      return node.value;
    case "number":
      return node.source;
    case "object":
      return "‹an object where a text is expected›";
    case "array":
      return "‹a list where a text is expected›";
    default:
      return `‹${node.type}›`;
  }
}
