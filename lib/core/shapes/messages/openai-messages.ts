import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { hasPromptBeside } from "./anthropic-messages";
import { convertMessages, type MessageDialectReader } from "./convert-messages";
import { messageDialect } from "./message-dialect";
import { findMessageList, type MessageList } from "./message-list";
import { OPENAI_LEFTOVERS, readOpenaiTurns } from "./openai-turns";

const READER: MessageDialectReader = { shape: "openai-messages", find: findMessageList, read: readOpenaiTurns, leftovers: OPENAI_LEFTOVERS };

/** A list of messages with role and content, as OpenAI's chat requests have it; Pipecat's contexts and logs are the same. */
export const OPENAI_MESSAGES: ShapeModule = { shape: "openai-messages", inspect, convert: (root, context) => convertMessages(root, context, READER), dropReason };

function inspect(root: JsonNode): Finding | null {
  const list = findMessageList(root);
  const dialect = list ? messageDialect(list.items) : null;
  if (!list || (dialect !== "openai" && dialect !== "table") || hasPromptBeside(root)) return null;
  const place = list.path.length === 0 ? "It is a list" : `${formatPath(list.path)} is a list`;
  const reasons = [`${place} of messages with role and content`, ...(member(root, "choices") ? ["choices holds the answer"] : [])];
  return { score: scoreOf(root, list, dialect), reasons };
}

/** The platforms' own objects hold such lists too, and are read better as what they are. */
function scoreOf(root: JsonNode, list: MessageList, dialect: "openai" | "table"): number {
  if (member(root, "orgId") || member(root, "call")?.type === "object") return 0.4;
  if (dialect === "table") return 0.6;
  return list.path.length === 0 || list.path.at(-1) === "messages" ? 0.8 : 0.75;
}

/** Why a leaf around the messages is left out. */
export function dropReason(path: JsonPath): string {
  if (path.includes("choices")) return "Of the answer only its first message is taken";
  if (path[0] === "tools" || path[0] === "functions") return "What tools there were is no part of the conversation";
  return "Zelto has no field for it";
}
