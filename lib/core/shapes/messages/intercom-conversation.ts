import { readNumber, readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { readInstant } from "@/lib/core/shapes/build/instant";
import { dropLeftovers } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { finishMessages } from "./convert-messages";
import { INTERCOM_LEFTOVERS, readIntercomTurns, type IntercomPart } from "./intercom-turns";
import { listClock } from "./list-clock";

/** A conversation of Intercom's API or of its webhook: the first message stands in `source`, the others in its parts. */
export const INTERCOM_CONVERSATION: ShapeModule = { shape: "intercom-conversation", inspect, convert, dropReason };

/** Ours: what is worth keeping of a conversation beside the fields of CallIngest. */
const KEPT = ["state", "priority", "title", "ai_agent_participated"] as const;
const ONLY_FIRST = "Intercom's lists hold only the first message of a conversation, so the rest is missing here.";

function inspect(root: JsonNode): Finding | null {
  const conversation = conversationOf(root);
  if (readText(member(conversation, "type")) !== "conversation") return null;
  const [parts, source] = [member(conversation, "conversation_parts"), member(conversation, "source")];
  if (!parts && source?.type !== "object") return null;
  return { score: parts && source ? 0.97 : 0.85, reasons: ["type is conversation", ...(source ? ["source is given"] : []), ...(parts ? ["conversation_parts is given"] : [])] };
}

/** A webhook holds the conversation as the item of its data. */
function conversationOf(root: JsonNode): JsonNode {
  const item = nodeAt(root, ["data", "item"]);
  return item?.type === "object" ? item : root;
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const conversation = conversationOf(root);
  const draft = new CanonicalDraft(context.receipt);
  draft.takeText("call.externalId", member(conversation, "id"));
  const createdAt = member(conversation, "created_at");
  const started = readInstant(createdAt);
  if (createdAt && started) draft.takeInstant("call.startedAt", started, { node: createdAt });
  takeCustomerName(draft, conversation);
  const reading = readIntercomTurns(partsOf(conversation, { context, startMs: started?.ms ?? null }));
  draft.note("convertedFrom", "intercom");
  for (const key of KEPT) draft.keep(key, member(conversation, key));
  draft.keepMembers("source", member(conversation, "source"), ["type", "delivered_as", "subject"]);
  draft.keepMembers("ai_agent", member(conversation, "ai_agent"), ["source_type", "source_title", "resolution_state", "last_answer_type", "rating"]);
  draft.keepMembers("conversation_rating", member(conversation, "conversation_rating"), ["rating", "remark"]);
  if (reading.byAiAgent.length > 0) draft.note("aiAgentTurns", reading.byAiAgent.join(", "));
  remarkMissingParts(conversation, context);
  const built = finishMessages(draft, context, reading.turns);
  dropLeftovers(context.receipt, reading, INTERCOM_LEFTOVERS);
  return built;
}

/** The name of whoever wrote first from the customer's side. */
function takeCustomerName(draft: CanonicalDraft, conversation: JsonNode): void {
  const writers = [member(conversation, "source"), ...listedParts(conversation)].map((part) => member(part, "author"));
  const customer = writers.find((author) => /^(?:user|lead|contact)$/.test(readText(member(author, "type")) ?? ""));
  draft.takeText("call.customer.name", member(customer, "name"), "customerName");
}

/** The source was written when the conversation was created; parts have their own time. */
function partsOf(conversation: JsonNode, { context, startMs }: { readonly context: ConversionContext; readonly startMs: number | null }): readonly IntercomPart[] {
  const source = member(conversation, "source");
  const listed = listedParts(conversation);
  const { starts } = listClock(listed.map((part) => member(part, "created_at")), context, { startMs });
  const first: IntercomPart[] = source?.type === "object" ? [{ node: source, start: startMs === null ? undefined : { startSeconds: "0", sources: [] } }] : [];
  return [...first, ...listed.map((node, index): IntercomPart => ({ node, start: starts[index] }))];
}

function listedParts(conversation: JsonNode): readonly JsonNode[] {
  const list = nodeAt(conversation, ["conversation_parts", "conversation_parts"]) ?? member(conversation, "conversation_parts");
  return list?.type === "array" ? list.items : [];
}

function remarkMissingParts(conversation: JsonNode, context: ConversionContext): void {
  const total = readNumber(nodeAt(conversation, ["conversation_parts", "total_count"]));
  const listed = listedParts(conversation).length;
  if (!member(conversation, "conversation_parts")) context.remark({ kind: "unfinished", path: [], sentence: ONLY_FIRST });
  else if (total !== null && total > listed) context.remark({ kind: "unfinished", path: [], sentence: `Intercom counts ${total} parts and lists ${listed}, so some are missing here.` });
}

function dropReason(path: JsonPath): string {
  if (path.includes("contacts") || path.includes("author")) return "Of a person only the side and the first customer's name are kept";
  return "Zelto has no field for it";
}
