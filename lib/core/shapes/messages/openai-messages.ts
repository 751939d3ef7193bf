import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { dropLeftovers } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { listClock } from "./list-clock";
import { messageDialect } from "./message-dialect";
import { findMessageList, type MessageList } from "./message-list";
import { contentOf, OPENAI_LEFTOVERS, readOpenaiTurns } from "./openai-turns";
import { newestFirst, remarkTurnedRound } from "./newest-first";
import { remarkStopMarks } from "./stop-marks";
import { takeFirstSystem } from "./system-prompt";
import { isSystemTheBot } from "./system-side";
import { timeNode } from "./time-keys";
import { takeWrapper } from "./take-wrapper";

/** A list of messages with role and content, as OpenAI's chat requests have it; Pipecat's contexts and logs are the same. */
export const OPENAI_MESSAGES: ShapeModule = { shape: "openai-messages", inspect, convert, dropReason };

function inspect(root: JsonNode): Finding | null {
  const list = findMessageList(root);
  const dialect = list ? messageDialect(list.items) : null;
  if (!list || (dialect !== "openai" && dialect !== "table")) return null;
  // Anthropic's requests have their prompt beside the messages.
  if (isAnthropicRequest(root)) return null;
  const place = list.path.length === 0 ? "It is a list" : `${formatPath(list.path)} is a list`;
  const reasons = [`${place} of messages with role and content`, ...(member(root, "choices") ? ["choices holds the answer"] : [])];
  return { score: scoreOf(root, list, dialect), reasons };
}

/** The platforms' own objects hold such lists too, and are read better as what they are. */
function scoreOf(root: JsonNode, list: MessageList, dialect: "openai" | "table"): number {
  if (member(root, "orgId") ?? nodeAt(root, ["call", "orgId"]) ?? nodeAt(root, ["call", "assistantId"])) return 0.4;
  if (dialect === "table") return 0.6;
  return list.path.length === 0 || list.path.at(-1) === "messages" ? 0.85 : 0.75;
}

export function isAnthropicRequest(root: JsonNode): boolean {
  const system = member(root, "system");
  return system?.type === "string" || system?.type === "array";
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const list = findMessageList(root);
  const turned = list ? newestFirst(list.items, timeNode) : null;
  if (turned?.isTurned) remarkTurnedRound(context);
  const items = turned?.items ?? [];
  const { startMs } = takeWrapper(draft, root, { list, context });
  const clock = listClock(items.map(timeNode), context, { startMs });
  if (clock.first && !draft.has("call.startedAt")) draft.takeInstant("call.startedAt", clock.first.instant, { node: clock.first.node, reason: "The first message's time: the source states no start" });
  const systemIsBot = isSystemTheBot(items.map((item) => ({ word: readText(member(item, "role")) ?? "", text: contentOf(item).text })));
  const reading = readOpenaiTurns(items, { systemIsBot, starts: clock.starts });
  const turns = takeFirstSystem(draft, reading.turns, context.receipt);
  if (systemIsBot) remarkSystemIsBot(turns.findIndex(({ role }) => role === "assistant"), context);
  remarkStopMarks(turns, context);
  draft.note("convertedFrom", "openai-messages");
  draft.keep("userId", items.map((item) => member(item, "user_id")).find((node) => node?.type === "string"));
  takeMissingAgent(draft, context);
  takeDerivedId(draft, context, turns);
  const built = draft.build(turns);
  dropLeftovers(context.receipt, reading, OPENAI_LEFTOVERS);
  if (member(root, "call")?.type === "object" && nodeAt(root, ["model"])) context.remark({ kind: "unfinished", path: [], sentence: "This is a request that a call made to a model while it went on, so its end may be missing." });
  return built;
}

export function remarkSystemIsBot(turn: number, context: ConversionContext): void {
  const sentence = "The only speakers are USER and SYSTEM and no text looks like a prompt, so SYSTEM was taken for the assistant.";
  context.remark({ kind: "guessed", path: ["transcript", "turns", turn, "role"], value: "assistant", sentence });
}

function dropReason(path: JsonPath): string {
  if (path.includes("choices")) return "Of the answer only its first message is taken";
  if (path[0] === "tools" || path[0] === "functions") return "What tools there were is no part of the conversation";
  return "Zelto has no field for it";
}
