import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { convertMessages, type MessageDialectReader } from "./convert-messages";
import { messageDialect } from "./message-dialect";
import type { MessageList } from "./message-list";
import { findItems } from "./openai-responses";
import { isRealtimeLog, readRealtimeLog, realtimeEvents, type RealtimeSession } from "./realtime-log";
import { readResponseTurns, RESPONSES_LEFTOVERS } from "./response-turns";
import { putModel } from "./take-wrapper";

/** Items of OpenAI's Realtime API, or the log of a session's events from which they are put together. */
export const OPENAI_REALTIME: ShapeModule = { shape: "openai-realtime", inspect, convert, dropReason };

const CUT_OFF = "The caller cut this answer off, and the text is what was planned: less of it was heard.";

function inspect(root: JsonNode): Finding | null {
  if (isRealtimeLog(realtimeEvents(root))) return { score: 0.98, reasons: ["it is a log of Realtime events"] };
  const list = findItems(root);
  if (!list || messageDialect(list.items) !== "realtime") return null;
  return { score: 0.93, reasons: ["its items are Realtime items"] };
}

function convert(root: JsonNode, context: ConversionContext): ReturnType<ShapeModule["convert"]> {
  const events = realtimeEvents(root);
  const session = isRealtimeLog(events) ? readRealtimeLog(events) : null;
  const list: MessageList | null = session ? { items: session.items, wrapper: root.type === "object" ? root : null, path: [] } : findItems(root);
  const reader: MessageDialectReader = {
    shape: "openai-realtime",
    find: () => list,
    read: readResponseTurns,
    leftovers: RESPONSES_LEFTOVERS,
    takeBeside: (draft) => takeSession(draft, root, { session, context }),
  };
  const call = convertMessages(root, context, reader);
  if (session) remarkCutOff(session, call, context);
  return call;
}

interface SessionOptions {
  readonly session: RealtimeSession | null;
  readonly context: ConversionContext;
}

/** The session's id is the call's: a session is one conversation. */
function takeSession(draft: CanonicalDraft, root: JsonNode, { session, context }: SessionOptions): void {
  draft.takeText("call.externalId", session?.id);
  draft.takeText("systemPrompt", session?.instructions ?? member(root, "instructions"));
  putModel(draft, session?.model, context);
}

/** Finds the turns of answers that were cut off by their words: what became of an item is known only once the call is made. */
function remarkCutOff({ items, cutOff }: RealtimeSession, call: JsonNode, context: ConversionContext): void {
  const turns = nodeAt(call, ["transcript", "turns"]);
  const said = turns?.type === "array" ? turns.items.map((turn) => textOf(member(turn, "content"))) : [];
  let from = 0;
  for (const at of cutOff) {
    const words = wordsOf(items[at]);
    const turn = words === "" ? -1 : said.indexOf(words, from);
    if (turn < 0) continue;
    from = turn + 1;
    context.remark({ kind: "doubtful", path: ["transcript", "turns", turn, "content"], sentence: CUT_OFF });
  }
}

function wordsOf(item: JsonNode | undefined): string {
  const content = member(item, "content");
  const parts = content?.type === "array" ? content.items : [];
  return parts.map((part) => textOf(member(part, "transcript") ?? member(part, "text"))).filter((text) => text !== "").join("\n");
}

function textOf(node: JsonNode | undefined): string {
  return node?.type === "string" ? node.value : "";
}

function dropReason(path: JsonPath): string {
  return path.includes("delta") ? "A piece of what stands whole in a later event" : "A step of the session: what was said is taken once, where it stands whole";
}
