import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { readInstant } from "@/lib/core/shapes/build/instant";
import { buildObject, buildText } from "@/lib/core/shapes/build/json-build";
import { takeFirstSystemTurn } from "@/lib/core/shapes/build/system-prompt";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { writeJson } from "@/lib/core/shapes/build/write-json";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { VAPI_LEFTOVERS, readVapiList } from "./vapi-turns";

const AGENTS: readonly JsonPath[] = [["assistantId"], ["assistant", "id"], ["squadId"], ["workflowId"]];
const KEPT = ["name", "status", "sessionId", "previousChatId"] as const;

/** Converts a chat or a session of Vapi's API. */
export function convertVapiChat(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  draft.takeText("call.externalId", member(root, "id"));
  for (const path of AGENTS) if (!draft.has("agent.externalId")) draft.takeText("agent.externalId", nodeAt(root, path));
  draft.takeText("agent.name", nodeAt(root, ["assistant", "name"]), "agentName");
  const createdNode = member(root, "createdAt");
  const created = readInstant(createdNode);
  if (createdNode && created) draft.takeInstant("call.startedAt", created, { node: createdNode });
  const cost = member(root, "cost");
  if (cost && cost.type !== "null") draft.takeCost(cost, { key: "cost" });
  draft.takeCustomerNumber(nodeAt(root, ["customer", "number"]), "customerNumber");
  draft.takeText("call.customer.name", nodeAt(root, ["customer", "name"]), "customerName");
  const read = readVapiList(chatMessages(root), created?.ms ?? null);
  const reading = { ...read, turns: takeFirstSystemTurn(draft, read.turns, context.receipt) };
  draft.note("convertedFrom", "vapi");
  for (const key of KEPT) draft.keep(key, member(root, key));
  takeDerivedId(draft, context, reading.turns);
  takeMissingAgent(draft, context);
  if (readText(member(root, "status")) === "active") context.remark({ kind: "unfinished", path: [], sentence: "Vapi says that this session is active, so it may have gone on after this was written." });
  if (reading.turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: "Nobody wrote anything in this chat." });
  return finishCall(draft, context, { reading, leftovers: VAPI_LEFTOVERS });
}

/** The chat in its order: what was there before, what was put in, what came out. `messages` may hold both or one of the last two already. */
function chatMessages(root: JsonNode): readonly JsonNode[] {
  const before = itemsOf(member(root, "messages"));
  const input = itemsOf(member(root, "input"));
  const output = itemsOf(member(root, "output"), "assistant");
  if (endsWith(before, [...input, ...output])) return before;
  return endsWith(before, input) ? [...before, ...output] : [...before, ...input, ...output];
}

/** A text stands for one message of that role. */
function itemsOf(node: JsonNode | undefined, role = "user"): readonly JsonNode[] {
  if (node?.type === "array") return node.items;
  return node?.type === "string" ? [buildObject([["role", buildText(role)], ["content", node]])] : [];
}

function endsWith(list: readonly JsonNode[], tail: readonly JsonNode[]): boolean {
  const end = list.slice(list.length - Math.min(tail.length, list.length));
  return end.length === tail.length && end.every((item, index) => isSame(item, tail[index]));
}

function isSame(left: JsonNode, right: JsonNode | undefined): boolean {
  const word = (node: JsonNode | undefined, key: string): string => {
    const value = member(node, key);
    return value ? writeJson(value, "compact") : "";
  };
  return ["role", "content", "message"].every((key) => word(left, key) === word(right, key));
}
