import { applyEdits, inSequence } from "./apply-edits";
import { insertionAt } from "./change-items";
import { changeMembers, encodeString, removeChildren, replaceSpan } from "./change-members";
import { insertItem, moveItem, removeAt, walk } from "./edit-json";
import { measureContainer, measureDocument, nestedLayout, renderContainer, type ContainerLayout } from "./json-layout";
import { member, nodeAt, type JsonArrayNode, type JsonNode } from "./json-node";
import type { TextEdit } from "./text-edit";

/** What a turn can be told to become. A missing field stays; null takes a time away. Times are seconds from the call's start. */
export interface TurnChange {
  readonly role?: string;
  readonly content?: string;
  readonly startSeconds?: number | null;
  readonly endSeconds?: number | null;
}

/** A turn that is not there yet. */
export interface NewTurn extends TurnChange {
  readonly role: string;
  readonly content: string;
}

/** Edits in sequence and the text they leave. No edits where there was nothing to do, a turn that does not exist included. */
export interface TurnEdit {
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

const TURNS_PATH = ["transcript", "turns"] as const;

/** Changes fields of one turn; only what differs is written. */
export function setTurn(text: string, root: JsonNode, index: number, change: TurnChange): TurnEdit {
  return edited(text, inSequence(turnChanges(text, root, index, changesOf(change))));
}

/** Puts a turn before the one at `index`, or at the end, written like its neighbours. A missing transcript is made. */
export function insertTurn(text: string, root: JsonNode, index: number, turn: NewTurn): TurnEdit {
  const entries = [...changesOf(turn)].flatMap(([key, json]) => (json === null ? [] : [{ key, json }]));
  return edited(text, insertItem(text, root, TURNS_PATH, index, renderTurn(text, root, { index, entries })));
}

/** Takes a turn away. The last one leaves an empty list, which the problems then name. */
export function deleteTurn(text: string, root: JsonNode, index: number): TurnEdit {
  return edited(text, removeAt(text, root, [...TURNS_PATH, index]));
}

/** Moves a turn so that it stands at index `to` afterwards. */
export function moveTurn(text: string, root: JsonNode, from: number, to: number): TurnEdit {
  return edited(text, moveItem(text, root, TURNS_PATH, from, to));
}

/**
 * Cuts a turn in two at a caret in its content (UTF-16 code units). White space at the cut goes. The start stays with the first,
 * the end goes to the second, and no time is made up between them. Nothing happens where a side would be blank.
 */
export function splitTurn(text: string, root: JsonNode, index: number, caret: number): TurnEdit {
  const turns = turnsOf(root);
  const turn = turns?.items[index];
  const content = member(turn, "content");
  if (turns === null || turn === undefined || content?.type !== "string") return edited(text, []);
  const cut = isInsidePair(content.value, caret) ? caret - 1 : caret;
  const before = content.value.slice(0, cut).trimEnd();
  const after = content.value.slice(cut).trimStart();
  if (before.trim() === "" || after.trim() === "") return edited(text, []);
  const role = member(turn, "role");
  const end = member(turn, "endSeconds");
  const entries = [
    ...(role === undefined ? [] : [{ key: "role", json: text.slice(role.start, role.end) }]),
    { key: "content", json: encodeString(after) },
    ...(end === undefined ? [] : [{ key: "endSeconds", json: text.slice(end.start, end.end) }]),
  ];
  const first = turnChanges(text, root, index, new Map([["content", encodeString(before)], ["endSeconds", null]]));
  const json = renderTurn(text, root, { index, entries });
  return edited(text, inSequence([...first, insertionAt(text, turns, { index: index + 1, json, layout: turnsLayout(text, root, turns) })]));
}

/** Joins a turn to the one before with a blank. Role and start are the first's, the end is the second's or unknown. */
export function mergeUp(text: string, root: JsonNode, index: number): TurnEdit {
  const turns = turnsOf(root);
  const first = turns?.items[index - 1];
  const second = turns?.items[index];
  if (turns === null || first?.type !== "object" || second?.type !== "object") return edited(text, []);
  const parts = [contentOf(first).trimEnd(), contentOf(second).trimStart()];
  const end = member(second, "endSeconds");
  const changes = new Map<string, string | null>([
    ["content", encodeString(parts.filter((part) => part !== "").join(" "))],
    ["endSeconds", end === undefined ? null : text.slice(end.start, end.end)],
  ]);
  return edited(text, inSequence([...turnChanges(text, root, index - 1, changes), ...removeChildren(text, turns, new Set([index]))]));
}

/** Makes every assistant a user and every user an assistant; other roles stay. */
export function swapRoles(text: string, root: JsonNode): TurnEdit {
  const edits = (turnsOf(root)?.items ?? []).flatMap((turn) => {
    const role = member(turn, "role");
    if (role?.type !== "string" || (role.value !== "assistant" && role.value !== "user")) return [];
    return [replaceSpan(text, role, encodeString(role.value === "user" ? "assistant" : "user"))];
  });
  return edited(text, inSequence(edits));
}

/** Gives the turns at these indices a role. */
export function setRole(text: string, root: JsonNode, indices: readonly number[], role: string): TurnEdit {
  const changes = new Map([["role", encodeString(role)]]);
  return edited(text, inSequence([...new Set(indices)].flatMap((index) => turnChanges(text, root, index, changes))));
}

/** Adds seconds to the times of the turns at these indices. No time goes below 0; three places are kept. */
export function shiftTimes(text: string, root: JsonNode, indices: readonly number[], seconds: number): TurnEdit {
  const edits = [...new Set(indices)].flatMap((index) => {
    const changes = new Map<string, string>();
    for (const key of ["startSeconds", "endSeconds"]) {
      const time = member(turnsOf(root)?.items[index], key);
      const shifted = time?.type === "number" ? tidySeconds(Number(time.source) + seconds) : null;
      if (shifted !== null && time?.type === "number" && Number(shifted) !== Number(time.source)) changes.set(key, shifted);
    }
    return turnChanges(text, root, index, changes);
  });
  return edited(text, inSequence(edits));
}

function edited(text: string, edits: readonly TextEdit[]): TurnEdit {
  return { edits, text: applyEdits(text, edits) };
}

function turnsOf(root: JsonNode): JsonArrayNode | null {
  const turns = nodeAt(root, TURNS_PATH);
  return turns?.type === "array" ? turns : null;
}

function turnsLayout(text: string, root: JsonNode, turns: JsonArrayNode): ContainerLayout {
  return measureContainer(text, [...walk(root, TURNS_PATH).trail, turns], measureDocument(text, root));
}

/** Edits against the same text. */
function turnChanges(text: string, root: JsonNode, index: number, changes: ReadonlyMap<string, string | null>): TextEdit[] {
  const turn = nodeAt(root, [...TURNS_PATH, index]);
  if (turn?.type !== "object") return [];
  const { trail } = walk(root, [...TURNS_PATH, index]);
  return changeMembers(text, turn, { changes, layout: measureContainer(text, [...trail, turn], measureDocument(text, root)) });
}

interface TurnEntries {
  readonly index: number;
  readonly entries: readonly { readonly key: string; readonly json: string }[];
}

/** A new turn written like the nearest one there is, else as the document would nest it. */
function renderTurn(text: string, root: JsonNode, { index, entries }: TurnEntries): string {
  const document = measureDocument(text, root);
  const items = turnsOf(root)?.items ?? [];
  const model = items[Math.min(Math.max(0, index), items.length - 1)];
  const { trail } = walk(root, [...TURNS_PATH, 0]);
  const isModel = model?.type === "object" && model.members.length > 0;
  const layout = isModel ? measureContainer(text, [...trail, model], document) : newTurnLayout(text, root);
  return renderContainer(entries.map(({ key, json }) => `${encodeString(key)}${layout.colon}${json}`), "{}", layout);
}

/** One level for each of the missing parents, and one for the turn itself. */
function newTurnLayout(text: string, root: JsonNode): ContainerLayout {
  const document = measureDocument(text, root);
  const { trail } = walk(root, [...TURNS_PATH, 0]);
  let layout = measureContainer(text, trail, document);
  for (let level = trail.length; level <= TURNS_PATH.length + 1; level += 1) layout = nestedLayout(layout, document);
  return layout;
}

function changesOf(change: TurnChange): ReadonlyMap<string, string | null> {
  const changes = new Map<string, string | null>();
  if (change.role !== undefined) changes.set("role", encodeString(change.role));
  if (change.content !== undefined) changes.set("content", encodeString(change.content));
  for (const key of ["startSeconds", "endSeconds"] as const) {
    const seconds = change[key];
    if (seconds !== undefined) changes.set(key, seconds === null ? null : secondsText(seconds));
  }
  return changes;
}

/** NaN and infinities have no JSON; a form that lets one through means that the time is not known. */
function secondsText(seconds: number): string | null {
  return Number.isFinite(seconds) ? String(seconds) : null;
}

function tidySeconds(seconds: number): string | null {
  return secondsText(Math.max(0, Math.round(seconds * 1_000) / 1_000));
}

function contentOf(turn: JsonNode): string {
  const content = member(turn, "content");
  return content?.type === "string" ? content.value : "";
}

function isInsidePair(value: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(value.slice(Math.max(0, at - 1), at + 1));
}
