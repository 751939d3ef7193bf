import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { takeFirstSystemTurn } from "@/lib/core/shapes/build/system-prompt";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { dropLeftovers, type TurnDraft, type TurnReading } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { SourceShapeId } from "@/lib/core/shapes/shape";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { contentOf } from "./content-text";
import { listClock, type TurnStart } from "./list-clock";
import type { MessageList } from "./message-list";
import { newestFirst, remarkTurnedRound } from "./newest-first";
import { remarkStopMarks } from "./stop-marks";
import { isSystemTheBot } from "./system-side";
import { takeWrapper } from "./take-wrapper";
import { timeNode } from "./time-keys";

/** What a reader of messages is told beside the list. */
export interface ReadingOptions {
  /** In data sets SYSTEM can be the bot: then its word means the assistant. */
  readonly systemIsBot: boolean;
  /** The start of each item, in the list's order. */
  readonly starts: readonly TurnStart[];
}

/** How one way of writing messages is read. */
export interface MessageDialectReader {
  readonly shape: SourceShapeId;
  readonly find: (root: JsonNode) => MessageList | null;
  readonly read: (items: readonly JsonNode[], options: ReadingOptions) => TurnReading;
  /** Why a key of an item that was taken is left over. */
  readonly leftovers: ReadonlyMap<string, string>;
  /** Takes what this way of writing has beside the messages: the prompt, the session's id. */
  readonly takeBeside?: (draft: CanonicalDraft, root: JsonNode, context: ConversionContext) => void;
}

/** Converts a list of messages with what stands around it: the same way for all who write role and content. */
export function convertMessages(root: JsonNode, context: ConversionContext, reader: MessageDialectReader): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const list = reader.find(root);
  const { items, isTurned } = newestFirst(list?.items ?? [], timeNode);
  if (isTurned) remarkTurnedRound(context);
  const { startMs } = takeWrapper(draft, root, { list, context });
  reader.takeBeside?.(draft, root, context);
  const clock = listClock(items.map(timeNode), context, { startMs });
  if (clock.first && !draft.has("call.startedAt")) draft.takeInstant("call.startedAt", clock.first.instant, { node: clock.first.node, reason: FIRST_TIME });
  const systemIsBot = isSystemTheBot(items.map((item) => ({ word: readText(member(item, "role")) ?? "", text: contentOf(item).text })));
  const reading = reader.read(items, { systemIsBot, starts: clock.starts });
  const turns = draft.has("systemPrompt") ? reading.turns : takeFirstSystemTurn(draft, reading.turns, context.receipt);
  if (systemIsBot) remarkSystemIsBot(turns, context);
  remarkStopMarks(turns, context);
  draft.note("convertedFrom", reader.shape);
  draft.keep("userId", items.map((item) => member(item, "user_id")).find((node) => node?.type === "string"));
  const built = finishMessages(draft, context, turns);
  dropLeftovers(context.receipt, reading, reader.leftovers);
  return built;
}

/** Why the first message's time stands as the call's start. */
export const FIRST_TIME = "The first message's time: the source states no start";

/** Agent, id, and why there is nothing to store; then the call. */
export function finishMessages(draft: CanonicalDraft, context: ConversionContext, turns: readonly TurnDraft[]): JsonObjectNode {
  takeMissingAgent(draft, context);
  takeDerivedId(draft, context, turns);
  if (turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: "Nobody says anything in these messages." });
  return draft.build(turns);
}

function remarkSystemIsBot(turns: readonly TurnDraft[], context: ConversionContext): void {
  const turn = turns.findIndex(({ role }) => role === "assistant");
  if (turn < 0) return;
  const sentence = "The only speakers are USER and SYSTEM and no text looks like a prompt, so SYSTEM was taken for the assistant.";
  context.remark({ kind: "guessed", path: ["transcript", "turns", turn, "role"], value: "assistant", sentence });
}
