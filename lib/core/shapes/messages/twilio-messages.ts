import { readNumber, readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import { spokenTurns, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { dropLeftovers, SAYS_NOTHING, type TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { FIRST_TIME, finishMessages } from "./convert-messages";
import { listClock } from "./list-clock";

/** Messages of Twilio Conversations: the author is a telephone number, an identity or "system". */
export const TWILIO_MESSAGES: ShapeModule = { shape: "twilio-messages", inspect, convert, dropReason: () => "Zelto has no field for it" };

const MEDIA = "Only a picture or a file: there is nothing to read";
const PHONE = /^(?:[a-z]+:)?\+\d[\d\s().-]{6,22}$/i;
/** Ours: most of the items have to be such messages. */
const MOST = 0.8;

const LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["sid", "Turns have no id"],
  ["index", "The order of the list says it"],
  ["date_created", "It is no time that can be read"],
]);

function inspect(root: JsonNode): Finding | null {
  const items = itemsOf(root);
  const messages = items.filter((item) => (readText(memberEither(item, "conversation_sid")) ?? "").startsWith("CH") || (readText(member(item, "sid")) ?? "").startsWith("IM"));
  const authored = messages.filter((item) => member(item, "author") !== undefined && member(item, "body") !== undefined);
  if (authored.length === 0 || authored.length < items.length * MOST) return null;
  return { score: 0.95, reasons: ["its messages have author and body", "conversation_sid or sid is one of Twilio's"] };
}

function itemsOf(root: JsonNode): readonly JsonNode[] {
  const list = root.type === "array" ? root : member(root, "messages");
  return list?.type === "array" ? list.items : [];
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const items = inOrder(itemsOf(root));
  const left: { node: JsonNode; reason: string }[] = [];
  const spoken = items.filter((item) => {
    const isBlank = (readText(member(item, "body")) ?? "").trim() === "";
    if (isBlank) left.push({ node: item, reason: hasMedia(item) ? MEDIA : SAYS_NOTHING });
    return !isBlank;
  });
  draft.takeText("call.externalId", items.map((item) => memberEither(item, "conversation_sid")).find((node) => node?.type === "string"));
  const clock = listClock(spoken.map((item) => memberEither(item, "date_created")), context);
  if (clock.first) draft.takeInstant("call.startedAt", clock.first.instant, { node: clock.first.node, reason: FIRST_TIME });
  const lines = spoken.map((item, index): SpokenLine => lineOf(item, clock.starts[index]));
  const turns = spokenTurns(lines, context);
  takeCustomer(draft, spoken, turns);
  draft.note("convertedFrom", "twilio-messages");
  const built = finishMessages(draft, context, turns);
  dropLeftovers(context.receipt, { turns, items: spoken, left }, LEFTOVERS);
  return built;
}

/** Pages may be asked for newest first; the index tells the order of the conversation. */
function inOrder(items: readonly JsonNode[]): readonly JsonNode[] {
  const numbered = items.map((item) => ({ item, index: readNumber(member(item, "index")) }));
  if (numbered.some(({ index }) => index === null)) return items;
  return numbered.sort((left, right) => (left.index ?? 0) - (right.index ?? 0)).map(({ item }) => item);
}

function hasMedia(item: JsonNode): boolean {
  const media = member(item, "media");
  return media !== undefined && media.type !== "null";
}

function lineOf(item: JsonNode, start: ReturnType<typeof listClock>["starts"][number] | undefined): SpokenLine {
  const [author, body] = [member(item, "author"), member(item, "body")];
  const word = readText(author) ?? "";
  return {
    word: word === "" ? "unknown" : word,
    wordNode: author,
    content: readText(body) ?? "",
    ...(start?.startSeconds === undefined ? {} : { startSeconds: start.startSeconds }),
    sources: [...(body ? [{ node: body, field: "content" as const }] : []), ...(start?.sources ?? [])],
  };
}

/** The first telephone number among the authors who turned out to be users. */
function takeCustomer(draft: CanonicalDraft, spoken: readonly JsonNode[], turns: readonly TurnDraft[]): void {
  const at = spoken.findIndex((item, index) => turns[index]?.role === "user" && PHONE.test(readText(member(item, "author")) ?? ""));
  const author = member(spoken[at], "author");
  if (author) draft.takeCustomerNumber(author, "customerNumber");
}
