import { isRole, MAX_TEXT } from "@/lib/core/call-ingest/limits";
import { numberOf } from "@/lib/core/call-ingest/read-number";
import type { JsonNode } from "@/lib/core/text/json-node";

/** Below this a character is white space or a control: such a text is looked at closely. */
const FIRST_PLAIN = 0x21;
/** From here on white space and invisible characters begin again. */
const LAST_PLAIN = 0x7e;

const ROLE = 1;
const CONTENT = 2;
const START = 4;
const END = 8;

/**
 * Whether nothing at all can be wrong with a turn by itself: the four documented keys at most, each once and of its type, a role
 * that Zelto knows, a text that says something. Turns are the bulk of every call, so they are judged with the least of work
 * (a third of the walk's time); false only means that the turn has to be walked.
 */
export function isPlainTurn(turn: JsonNode): boolean {
  if (turn.type !== "object") return false;
  let seen = 0;
  for (const { key, value } of turn.members) {
    const bit = bitOf(key);
    if (bit === 0 || (seen & bit) !== 0) return false;
    if (bit === ROLE ? !isPlainRole(value) : bit === CONTENT ? !isPlainText(value) : !isPlainTime(value)) return false;
    seen |= bit;
  }
  return (seen & (ROLE | CONTENT)) === (ROLE | CONTENT);
}

function bitOf(key: string): number {
  switch (key) {
    case "role":
      return ROLE;
    case "content":
      return CONTENT;
    case "startSeconds":
      return START;
    case "endSeconds":
      return END;
    default:
      return 0;
  }
}

function isPlainRole(node: JsonNode): boolean {
  return node.type === "string" && isRole(node.value);
}

function isPlainText(node: JsonNode): boolean {
  if (node.type !== "string" || node.value.length > MAX_TEXT) return false;
  const first = node.value.charCodeAt(0);
  return first >= FIRST_PLAIN && first <= LAST_PLAIN && node.value.isWellFormed();
}

function isPlainTime(node: JsonNode): boolean {
  if (node.type !== "number") return false;
  const seconds = numberOf(node.source);
  return seconds >= 0 && seconds < Number.POSITIVE_INFINITY;
}
