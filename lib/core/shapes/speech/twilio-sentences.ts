import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import { mergeNeighbours, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, speechDropReason } from "./finish-speech";
import { listAt } from "./list-at";
import { readSeconds, speechLine } from "./speech-line";

/** Sentences of Twilio's Conversational Intelligence: a channel a side, times as texts. */
export const TWILIO_SENTENCES: ShapeModule = { shape: "twilio-sentences", inspect, convert, dropReason: speechDropReason };

const TRANSCRIPT_SID = /\bGT[0-9a-f]{32}\b/;

function inspect(root: JsonNode): Finding | null {
  const [first] = sentencesOf(root);
  if (!first || memberEither(first, "media_channel") === undefined || memberEither(first, "sentence_index") === undefined) return null;
  return { score: 0.95, reasons: ["Sentences have media_channel and sentence_index"] };
}

function sentencesOf(root: JsonNode): readonly JsonNode[] {
  return root.type === "array" ? root.items : listAt(root, "sentences");
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  takeTranscriptId(draft, root);
  const lines = sentencesOf(root).map((sentence): SpokenLine => {
    const channel = memberEither(sentence, "media_channel");
    const number = readSeconds(channel, "s");
    const word = number === null ? "(no channel)" : `channel ${number}`;
    return speechLine({ word, wordNode: channel, text: member(sentence, "transcript"), start: memberEither(sentence, "start_time"), end: memberEither(sentence, "end_time"), unit: "s" });
  });
  return finishSpeech(draft, context, { lines: mergeNeighbours(lines.filter(({ content }) => content !== ""), { glue: " " }), areToldApart: true });
}

/** The transcript's id stands on each sentence in some exports, and in the address of the page in all. */
function takeTranscriptId(draft: CanonicalDraft, root: JsonNode): void {
  const [first] = sentencesOf(root);
  const own = memberEither(root, "transcript_sid") ?? memberEither(first, "transcript_sid");
  if (draft.takeText("call.externalId", own)) return;
  const url = nodeAt(root, ["meta", "url"]);
  const sid = TRANSCRIPT_SID.exec(readText(url) ?? "")?.[0];
  if (url && sid !== undefined) draft.putText("call.externalId", sid, { node: url, reason: "The transcript's id stands in this address" });
}
