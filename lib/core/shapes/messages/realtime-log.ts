import { readText } from "@/lib/core/call-ingest/read-number";
import { buildList, buildObject, buildText } from "@/lib/core/shapes/build/json-build";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { timeNode } from "./time-keys";

/** What a log of events says of one session. */
export interface RealtimeSession {
  /** Items as the Realtime API has them, made of the leaves of the log, in the order of the conversation. */
  readonly items: readonly JsonNode[];
  /** Places in `items` of answers that the caller cut off. */
  readonly cutOff: readonly number[];
  readonly id: JsonNode | undefined;
  readonly model: JsonNode | undefined;
  readonly instructions: JsonNode | undefined;
}

/** An item while its events come in. */
interface OpenItem {
  readonly id: string;
  node: JsonNode | null;
  /** Texts of finished parts, which stand in events of their own. */
  readonly texts: JsonNode[];
  arguments: JsonNode | null;
  name: JsonNode | null;
  callId: JsonNode | null;
  time: JsonNode | undefined;
  isCutOff: boolean;
}

const ITEM_EVENTS = /^conversation\.item\.(?:created|added|done|retrieved)$/;
const OUTPUT_EVENTS = /^response\.output_item\.(?:added|done)$/;
const TEXT_EVENTS = /^(?:conversation\.item\.input_audio_transcription\.completed|response\.(?:output_)?(?:text|audio_transcript)\.done)$/;
const ARGUMENTS_DONE = "response.function_call_arguments.done";
const EVENT = /^(?:session|conversation|response|input_audio_buffer|output_audio_buffer|rate_limits|transcription_session|error)(?:\.|$)/;
/** Ours: most entries of a log have to be such events; people's own lines may stand between. */
const MOST = 0.6;

/** The events of a log: those of a bare list, or under `events`. Some logs wrap each one and add a time. */
export function realtimeEvents(root: JsonNode): readonly JsonNode[] {
  const list = root.type === "array" ? root : (member(root, "events") ?? member(root, "log"));
  return list?.type === "array" ? list.items : [];
}

/** Whether a list is a log of Realtime events in which something is said or answered. */
export function isRealtimeLog(events: readonly JsonNode[]): boolean {
  const types = events.slice(0, 400).map((event) => eventType(inner(event)));
  const known = types.filter((type) => EVENT.test(type)).length;
  return known > 0 && known >= types.length * MOST && types.some((type) => type.startsWith("conversation.item.") || type.startsWith("response."));
}

/** Whether a value is one event of the Realtime API. */
export function isRealtimeEvent(event: JsonNode): boolean {
  return EVENT.test(eventType(event));
}

/** Puts the items of a session together by their ids; what is said stands in several events, and the finished form is taken. */
export function readRealtimeLog(events: readonly JsonNode[]): RealtimeSession {
  const open = new Map<string, OpenItem>();
  const order: string[] = [];
  const session: { id?: JsonNode; model?: JsonNode; instructions?: JsonNode } = {};
  for (const event of events) {
    const body = inner(event);
    const type = eventType(body);
    if (type.startsWith("session.")) takeSession(member(body, "session"), session);
    else readEvent(body, type, { open, order, time: timeNode(event) ?? timeNode(body) });
  }
  const items = order.flatMap((id) => open.get(id) ?? []).filter(({ node }) => node !== null);
  return { items: items.map(buildItem), cutOff: items.flatMap(({ isCutOff }, index) => (isCutOff ? [index] : [])), id: session.id, model: session.model, instructions: session.instructions };
}

interface LogState {
  readonly open: Map<string, OpenItem>;
  readonly order: string[];
  readonly time: JsonNode | undefined;
}

function readEvent(body: JsonNode, type: string, state: LogState): void {
  if (type === "response.done") {
    const output = nodeAt(body, ["response", "output"]);
    for (const item of output?.type === "array" ? output.items : []) addItem(item, state, null);
    return;
  }
  if (ITEM_EVENTS.test(type) || OUTPUT_EVENTS.test(type)) {
    addItem(member(body, "item"), state, readText(member(body, "previous_item_id")));
    return;
  }
  const id = readText(member(body, "item_id"));
  if (id === null) return;
  if (type === "conversation.item.deleted") {
    state.open.delete(id);
    return;
  }
  const item = openItem(id, state);
  if (type === "conversation.item.truncated") item.isCutOff = true;
  const text = TEXT_EVENTS.test(type) ? (member(body, "transcript") ?? member(body, "text")) : undefined;
  if (text?.type === "string" && text.value.trim() !== "") item.texts.push(text);
  if (type !== ARGUMENTS_DONE) return;
  item.arguments = member(body, "arguments") ?? null;
  item.name = member(body, "name") ?? null;
  item.callId = member(body, "call_id") ?? null;
}

/** Later forms of an item are fuller; the place of the first one counts, behind the item that it names as the one before. */
function addItem(node: JsonNode | undefined, state: LogState, previous: string | null): void {
  const id = readText(member(node, "id"));
  if (node?.type !== "object" || id === null) return;
  const isNew = !state.open.has(id);
  const item = openItem(id, state);
  item.node = item.node && !saysMore(node, item.node) ? item.node : node;
  if (!isNew || previous === null) return;
  const before = state.order.lastIndexOf(previous);
  if (before < 0 || before === state.order.length - 2) return;
  state.order.splice(state.order.lastIndexOf(id), 1);
  state.order.splice(before + 1, 0, id);
}

function openItem(id: string, { open, order, time }: LogState): OpenItem {
  const found = open.get(id);
  if (found) {
    found.time ??= time;
    return found;
  }
  const item: OpenItem = { id, node: null, texts: [], arguments: null, name: null, callId: null, time, isCutOff: false };
  open.set(id, item);
  order.push(id);
  return item;
}

function saysMore(node: JsonNode, than: JsonNode): boolean {
  return wordsOf(node) > wordsOf(than);
}

function wordsOf(node: JsonNode): number {
  const content = member(node, "content");
  const parts = content?.type === "array" ? content.items : [];
  const texts = [...parts.flatMap((part) => [member(part, "transcript"), member(part, "text")]), member(node, "arguments"), member(node, "output")];
  return texts.reduce((sum, text) => sum + (text?.type === "string" ? text.value.length : 0), 0);
}

/** The item with the words that stand in events of their own; an item that has its words already keeps them. */
function buildItem({ node, texts, arguments: parameters, name, callId, time }: OpenItem): JsonNode {
  const own = node ?? buildObject([]);
  const isSpoken = wordsOf(own) > 0 || texts.length === 0;
  const content = isSpoken ? member(own, "content") : buildList(texts.map((text) => buildObject([["type", buildText("text")], ["text", text]])));
  return buildObject([
    ["type", member(own, "type")],
    ["role", member(own, "role")],
    ["content", content],
    ["name", member(own, "name") ?? name ?? undefined],
    ["call_id", member(own, "call_id") ?? callId ?? undefined],
    ["arguments", filled(member(own, "arguments")) ?? parameters ?? undefined],
    ["output", member(own, "output")],
    ["timestamp", time],
  ]);
}

function filled(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === "string" && node.value === "" ? undefined : node;
}

/** The first session's id, the last prompt that was set before anything else changed it. */
function takeSession(node: JsonNode | undefined, session: { id?: JsonNode; model?: JsonNode; instructions?: JsonNode }): void {
  const [id, model, instructions] = [member(node, "id"), member(node, "model"), member(node, "instructions")];
  if (id?.type === "string") session.id ??= id;
  if (model?.type === "string") session.model = model;
  if (instructions?.type === "string" && instructions.value.trim() !== "") session.instructions = instructions;
}

function inner(event: JsonNode): JsonNode {
  const wrapped = member(event, "event") ?? member(event, "data") ?? member(event, "message");
  return wrapped?.type === "object" && readText(member(wrapped, "type")) !== null ? wrapped : event;
}

function eventType(body: JsonNode): string {
  return readText(member(body, "type")) ?? "";
}
