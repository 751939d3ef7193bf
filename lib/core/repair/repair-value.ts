import { MAX_DEPTH } from "@/lib/core/text/scan-json";
import type { RepairCursor } from "./repair-cursor";
import { opensString, repairString } from "./repair-string";
import { repairBareKey, repairWord } from "./repair-word";
import { skipBlanks } from "./skip-blanks";

/** An object or array that is being read: what is complete in it, for a text that ends before it does. */
export interface OpenContainer {
  readonly type: "object" | "array";
  readonly start: number;
  /** What a sentence calls it: the key that it stands under. */
  readonly name: string;
  complete: number;
  /** Behind the last complete item or member. */
  completeEnd: number;
}

/**
 * Reads a value that may be broken, with a repair for each fault on the way. False where it gives up (`cursor.stopped`); then `open`
 * still holds the containers round that place, outermost first. The depth cap bounds the recursion; each character is read once.
 */
export function repairValue(cursor: RepairCursor, open: OpenContainer[], situation = "At the start of the text", name = ""): boolean {
  const character = cursor.text.charAt(cursor.at);
  if (character === "{" || character === "[") return repairContainer(cursor, open, character === "{" ? "object" : "array", name);
  return opensString(character) ? repairString(cursor) : repairWord(cursor, situation);
}

function repairContainer(cursor: RepairCursor, open: OpenContainer[], type: "object" | "array", name: string): boolean {
  if (open.length >= MAX_DEPTH) {
    cursor.stop("", `at most ${MAX_DEPTH} levels of nesting`);
    if (cursor.stopped !== null) cursor.stopped = { ...cursor.stopped, isTooDeep: true };
    return false;
  }
  const container: OpenContainer = { type, start: cursor.at, name, complete: 0, completeEnd: cursor.at + 1 };
  open.push(container);
  cursor.at += 1;
  if (!repairItems(cursor, open, container)) return false;
  open.pop();
  return true;
}

function repairItems(cursor: RepairCursor, open: OpenContainer[], container: OpenContainer): boolean {
  const close = container.type === "object" ? "}" : "]";
  let comma = -1;
  for (;;) {
    skipBlanks(cursor);
    const character = cursor.text.charAt(cursor.at);
    if (character === close) {
      if (comma >= 0) removeComma(cursor, comma, container);
      cursor.at += 1;
      return true;
    }
    if (character === "," && (comma >= 0 || container.complete === 0)) {
      removeComma(cursor, cursor.at, container);
      cursor.at += 1;
      continue;
    }
    if ((character === "]" || character === "}") && comma < 0 && container.complete > 0) return closeFor(cursor, open, container);
    if (comma < 0 && container.complete > 0) addComma(cursor, container);
    const isRead = container.type === "object" ? repairMember(cursor, open) : repairItem(cursor, open, container);
    if (!isRead) return false;
    container.complete += 1;
    container.completeEnd = cursor.at;
    skipBlanks(cursor);
    comma = cursor.text.charAt(cursor.at) === "," ? cursor.at : -1;
    if (comma >= 0) cursor.at += 1;
    else if (cursor.isAtEnd) return cursor.stop(container.type === "object" ? "After a member of an object" : "After an item of an array", `a comma or a ${close}`);
  }
}

function repairItem(cursor: RepairCursor, open: OpenContainer[], container: OpenContainer): boolean {
  if (cursor.isAtEnd) return cursor.stop("In an array", "a value or a ]");
  return repairValue(cursor, open, container.complete === 0 ? "At the start of an array" : "After a comma in an array", "");
}

function repairMember(cursor: RepairCursor, open: OpenContainer[]): boolean {
  if (cursor.isAtEnd) return cursor.stop("In an object", "a key in double quotes");
  const keyStart = cursor.at;
  const isQuoted = opensString(cursor.text.charAt(cursor.at));
  if (!(isQuoted ? repairString(cursor) : repairBareKey(cursor))) return false;
  const key = cursor.text.slice(keyStart, cursor.at).replace(/^["'`\u2018-\u201e]|["'`\u2018-\u201e]$/g, "").slice(0, 40);
  skipBlanks(cursor);
  if (cursor.text.charAt(cursor.at) !== ":") return cursor.stop(`After the key ${JSON.stringify(key)}`, "a colon");
  cursor.at += 1;
  skipBlanks(cursor);
  if (cursor.at >= cursor.text.length) return cursor.stop(`After the key ${JSON.stringify(key)} and its colon`, "a value");
  return repairValue(cursor, open, `After the key ${JSON.stringify(key)} and its colon`, key);
}

function removeComma(cursor: RepairCursor, offset: number, container: OpenContainer): void {
  const sentence = container.complete === 0 ? `Comma at the start of ${nameOf(container)}` : `Comma after the last ${itemWord(container)} of ${nameOf(container)}`;
  cursor.change("trailing-comma", { offset, end: offset + 1 }, { inserted: "", sentence, outcome: "removed" });
}

function addComma(cursor: RepairCursor, container: OpenContainer): void {
  const offset = container.completeEnd;
  const sentence = `Missing comma between two ${itemWord(container)}s of ${nameOf(container)}`;
  cursor.change("missing-comma", { offset, end: offset }, { inserted: ",", sentence, outcome: "added" });
}

/** The bracket that stands here belongs to a container further out: the one that is open was never closed. */
function closeFor(cursor: RepairCursor, open: readonly OpenContainer[], container: OpenContainer): boolean {
  const wanted = cursor.text.charAt(cursor.at) === "]" ? "array" : "object";
  if (!open.slice(0, -1).some(({ type }) => type === wanted)) {
    return cursor.stop(container.type === "object" ? "After a member of an object" : "After an item of an array", `a comma or a ${container.type === "object" ? "}" : "]"}`);
  }
  const bracket = container.type === "object" ? "}" : "]";
  const offset = container.completeEnd;
  cursor.change("missing-bracket", { offset, end: offset }, { inserted: bracket, sentence: `Missing ${bracket} of ${nameOf(container)}`, outcome: "added" });
  return true;
}

function itemWord({ type }: OpenContainer): string {
  return type === "array" ? "item" : "member";
}

function nameOf({ name, type }: OpenContainer): string {
  return name === "" ? `an ${type}` : name;
}
