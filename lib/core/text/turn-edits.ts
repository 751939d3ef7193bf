import { applyEdits, inSequence } from "./apply-edits";
import { insertionAt } from "./change-items";
import { changeMembers, encodeString, removeChildren, replaceSpan } from "./change-members";
import { insertItem, moveItem, removeAt, walk } from "./edit-json";
import { measureContainer, measureDocument, nestedLayout, renderContainer, type ContainerLayout, type DocumentLayout, type JsonContainer } from "./json-layout";
import { member, nodeAt, type JsonArrayNode, type JsonNode } from "./json-node";
import { cutsPair } from "./surrogates";
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
  return edited(text, inSequence(changeTurn(placeOf(text, root), index, changesOf(change))));
}

/** Puts a turn before the one at `index`, or at the end, written like its neighbours. A missing transcript is made. */
export function insertTurn(text: string, root: JsonNode, index: number, turn: NewTurn): TurnEdit {
  const entries = [...changesOf(turn)].flatMap(([key, json]) => (json === null ? [] : [{ key, json }]));
  return edited(text, insertItem(text, root, TURNS_PATH, index, renderTurn(placeOf(text, root), index, entries)));
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
 * Cuts a turn in two at a caret in its content (UTF-16 code units). White space at the cut goes. The start and whatever else the
 * turn holds stay with the first, the end goes to the second, and no time is made up between them. Nothing happens where a side
 * would be blank.
 */
export function splitTurn(text: string, root: JsonNode, index: number, caret: number): TurnEdit {
  const place = placeOf(text, root);
  const turn = place.turns?.items[index];
  const content = member(turn, "content");
  if (place.turns === null || turn === undefined || content?.type !== "string") return edited(text, []);
  const cut = cutsPair(content.value, caret) ? caret - 1 : caret;
  const before = content.value.slice(0, cut).trimEnd();
  const after = content.value.slice(cut).trimStart();
  if (before.trim() === "" || after.trim() === "") return edited(text, []);
  const entries = [...copied(place, turn, "role"), { key: "content", json: encodeString(after) }, ...copied(place, turn, "endSeconds")];
  const json = renderTurn(place, index, entries);
  const first = changeTurn(place, index, new Map([["content", encodeString(before)], ["endSeconds", null]]));
  const layout = measureContainer(text, [...place.trail, place.turns], place.document);
  return edited(text, inSequence([...first, insertionAt(text, place.turns, { index: index + 1, json, layout })]));
}

/**
 * Joins a turn to the one before with a blank. Role and start are the first's, the end is the second's or unknown; what else the
 * second holds goes with it.
 */
export function mergeUp(text: string, root: JsonNode, index: number): TurnEdit {
  const place = placeOf(text, root);
  const first = place.turns?.items[index - 1];
  const second = place.turns?.items[index];
  if (place.turns === null || first?.type !== "object" || second?.type !== "object") return edited(text, []);
  const parts = [contentOf(first).trimEnd(), contentOf(second).trimStart()];
  const [end] = copied(place, second, "endSeconds");
  const changes = new Map([
    ["content", encodeString(parts.filter((part) => part !== "").join(" "))],
    ["endSeconds", end?.json ?? null],
  ]);
  return edited(text, inSequence([...changeTurn(place, index - 1, changes), ...removeChildren(text, place.turns, new Set([index]))]));
}

/** Makes every assistant a user and every user an assistant; other roles stay. */
export function swapRoles(text: string, root: JsonNode): TurnEdit {
  const edits = (placeOf(text, root).turns?.items ?? []).flatMap((turn) => {
    const role = member(turn, "role");
    if (role?.type !== "string" || (role.value !== "assistant" && role.value !== "user")) return [];
    return [replaceSpan(text, role, encodeString(role.value === "user" ? "assistant" : "user"))];
  });
  return edited(text, inSequence(edits));
}

/** Gives the turns at these indices a role. */
export function setRole(text: string, root: JsonNode, indices: readonly number[], role: string): TurnEdit {
  const place = placeOf(text, root);
  const changes = new Map([["role", encodeString(role)]]);
  return edited(text, inSequence([...new Set(indices)].flatMap((index) => changeTurn(place, index, changes))));
}

/** Adds seconds to the times of the turns at these indices. No time goes below 0; three places are kept. */
export function shiftTimes(text: string, root: JsonNode, indices: readonly number[], seconds: number): TurnEdit {
  const turns = placeOf(text, root).turns?.items ?? [];
  const edits = [...new Set(indices)].flatMap((index) =>
    ["startSeconds", "endSeconds"].flatMap((key) => {
      const time = member(turns[index], key);
      return time?.type === "number" ? shiftedTime(text, time, seconds) : [];
    }),
  );
  return edited(text, inSequence(edits));
}

/** What every turn operation looks up once, however many turns it changes. */
interface TurnsPlace {
  readonly text: string;
  readonly document: DocumentLayout;
  /** The containers that lead to the turns, as far as they are there; without the turns themselves. */
  readonly trail: readonly JsonContainer[];
  readonly turns: JsonArrayNode | null;
}

function placeOf(text: string, root: JsonNode): TurnsPlace {
  const turns = nodeAt(root, TURNS_PATH);
  return { text, document: measureDocument(text, root), trail: walk(root, TURNS_PATH).trail, turns: turns?.type === "array" ? turns : null };
}

function edited(text: string, edits: readonly TextEdit[]): TurnEdit {
  return { edits, text: applyEdits(text, edits) };
}

/** Edits against the same text. */
function changeTurn(place: TurnsPlace, index: number, changes: ReadonlyMap<string, string | null>): TextEdit[] {
  const turn = place.turns?.items[index];
  if (place.turns === null || turn?.type !== "object") return [];
  const layout = measureContainer(place.text, [...place.trail, place.turns, turn], place.document);
  return changeMembers(place.text, turn, { changes, layout });
}

interface TurnEntry {
  readonly key: string;
  readonly json: string;
}

/** A member as it is written in a turn, or nothing. */
function copied({ text }: TurnsPlace, turn: JsonNode, key: string): readonly TurnEntry[] {
  const node = member(turn, key);
  return node === undefined ? [] : [{ key, json: text.slice(node.start, node.end) }];
}

/** A new turn written like the one at the index or the last, else as the document would nest it. */
function renderTurn(place: TurnsPlace, index: number, entries: readonly TurnEntry[]): string {
  const items = place.turns?.items ?? [];
  const model = items[Math.min(Math.max(0, index), items.length - 1)];
  const trail = place.turns === null ? place.trail : [...place.trail, place.turns];
  const isModel = model?.type === "object" && model.members.length > 0;
  const layout = isModel ? measureContainer(place.text, [...trail, model], place.document) : newTurnLayout(place, trail);
  return renderContainer(entries.map(({ key, json }) => `${encodeString(key)}${layout.colon}${json}`), "{}", layout);
}

/** One level deeper for each parent that is missing, and one for the turn itself. */
function newTurnLayout(place: TurnsPlace, trail: readonly JsonContainer[]): ContainerLayout {
  let layout = measureContainer(place.text, trail, place.document);
  for (let level = trail.length; level <= TURNS_PATH.length + 1; level += 1) layout = nestedLayout(layout, place.document);
  return layout;
}

function changesOf(change: TurnChange): ReadonlyMap<string, string | null> {
  const changes = new Map<string, string | null>();
  if (change.role !== undefined) changes.set("role", encodeString(change.role));
  if (change.content !== undefined) changes.set("content", encodeString(change.content));
  for (const key of ["startSeconds", "endSeconds"] as const) {
    const seconds = change[key];
    // NaN and infinities have no JSON: a form that lets one through knows no time.
    if (seconds !== undefined) changes.set(key, seconds !== null && Number.isFinite(seconds) ? String(seconds) : null);
  }
  return changes;
}

function shiftedTime(text: string, time: JsonNode & { readonly type: "number" }, seconds: number): TextEdit[] {
  const before = Number(time.source);
  const after = Math.max(0, Math.round((before + seconds) * 1_000) / 1_000);
  return Number.isFinite(after) && after !== before ? [replaceSpan(text, time, String(after))] : [];
}

function contentOf(turn: JsonNode): string {
  const content = member(turn, "content");
  return content?.type === "string" ? content.value : "";
}
