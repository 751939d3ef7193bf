import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { readInstant } from "@/lib/core/shapes/build/instant";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { offsetOf, readTurnClock } from "@/lib/core/shapes/build/turn-clock";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, remarkStatus, speechDropReason } from "./finish-speech";
import { listAt } from "./list-at";
import { readSeconds, speechLine } from "./speech-line";

/** Amazon Connect's Contact Lens, voice and chat, its segments in real time, and the Amazon Lex form of the same. */
export const CONTACT_LENS: ShapeModule = {
  shape: "contact-lens",
  inspect,
  convert,
  dropReason: (path) => (path[0] === "Participants" ? "It tells which side a participant is on" : speechDropReason(path)),
};

const DONE = new Set(["completed", "succeeded"]);
const EVENT = "An event, in which nobody says anything";

function inspect(root: JsonNode): Finding | null {
  const items = itemsOf(root);
  const spoken = items.filter((item) => readText(member(item, "Content")) !== null);
  const [first] = spoken;
  if (!first || member(first, "ParticipantId") === undefined) return null;
  const hasContact = readText(nodeAt(root, ["CustomerMetadata", "ContactId"])) !== null;
  const timed = spoken.some((item) => member(item, "BeginOffsetMillis") !== undefined) ? "BeginOffsetMillis" : spoken.some((item) => timeOf(item) !== undefined) ? "AbsoluteTime" : null;
  if (timed === null && listAt(root, "Participants").length === 0) return null;
  return { score: hasContact ? 0.95 : 0.92, reasons: [timed === null ? "Transcript has ParticipantId and Content without times, as Amazon Lex has it" : `Transcript items have ParticipantId, Content and ${timed}`] };
}

/** The transcript's items; in real time each stands in a segment of its own, or is the only one that was given. */
function itemsOf(root: JsonNode): readonly JsonNode[] {
  const segments = listAt(root, "Segments");
  if (segments.length > 0) return segments.flatMap((segment) => member(segment, "Transcript") ?? []);
  return listAt(root, "Transcript");
}

function timeOf(item: JsonNode): JsonNode | undefined {
  return member(item, "AbsoluteTime") ?? nodeAt(item, ["Time", "AbsoluteTime"]);
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  draft.takeText("call.externalId", nodeAt(root, ["CustomerMetadata", "ContactId"]) ?? member(root, "ContactId") ?? member(root, "InitialContactId"));
  const total = nodeAt(root, ["ConversationCharacteristics", "TotalConversationDurationMillis"]);
  const seconds = readSeconds(total, "ms");
  if (total && seconds !== null && seconds >= 0) draft.takeDuration(wholeSeconds(seconds), total, "TotalConversationDurationMillis");
  draft.keep("channel", member(root, "Channel"));
  draft.keep("language", member(root, "LanguageCode"));
  draft.keep("categories", nodeAt(root, ["Categories", "MatchedCategories"]));
  draft.keep("summary", nodeAt(root, ["ConversationCharacteristics", "ContactSummary", "PostContactSummary", "Content"]));
  remarkStatus(context, readText(member(root, "JobStatus")) ?? readText(member(root, "Status")), DONE);
  return finishSpeech(draft, context, { lines: readItems(root, draft, context), areToldApart: true });
}

function readItems(root: JsonNode, draft: CanonicalDraft, context: ConversionContext): readonly SpokenLine[] {
  const roles = rolesOf(root);
  const spoken = itemsOf(root).filter((item) => {
    const isEvent = /\.event\b/.test(readText(member(item, "ContentType")) ?? "") || readText(member(item, "Type")) === "EVENT";
    if (isEvent) context.receipt.drop(item, EVENT);
    return !isEvent;
  });
  const instants = spoken.map((item) => readInstant(timeOf(item)));
  const clock = readTurnClock(instants, null, null);
  const first = spoken[0] && timeOf(spoken[0]);
  if (instants[0] && first) draft.takeInstant("call.startedAt", instants[0], { node: first, reason: "When the first message was sent" });
  return spoken.map((item, index): SpokenLine => {
    const [id, ownRole] = [member(item, "ParticipantId"), member(item, "ParticipantRole")];
    const word = roles.get(readText(id) ?? "") ?? readText(ownRole) ?? readText(id) ?? "(no participant)";
    const line = speechLine({ word, wordNode: ownRole ?? id, text: member(item, "Content"), start: member(item, "BeginOffsetMillis"), end: member(item, "EndOffsetMillis"), unit: "ms" });
    const [time, instant] = [timeOf(item), instants[index]];
    if (!time || !instant || !clock || line.startSeconds !== undefined) return line;
    const offset = offsetOf(instant, clock, { node: time, field: "startSeconds" });
    return { ...line, startSeconds: offset.seconds, sources: [...line.sources, offset.source] };
  });
}

/** Which side each participant is on; the transcript names them by their ids. */
function rolesOf(root: JsonNode): ReadonlyMap<string, string> {
  return new Map(
    listAt(root, "Participants").flatMap((participant): [string, string][] => {
      const [id, role] = [readText(member(participant, "ParticipantId")), readText(member(participant, "ParticipantRole"))];
      return id === null || role === null ? [] : [[id, role]];
    }),
  );
}
