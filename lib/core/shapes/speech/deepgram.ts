import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { takeDurationAndEnd } from "@/lib/core/shapes/build/end-of-duration";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, speechDropReason, type SpeechReading } from "./finish-speech";
import { listAt } from "./list-at";
import { readSeconds, speechLine } from "./speech-line";
import { joinWords } from "./spoken-words";

/** A transcription by Deepgram: its utterances where they were asked for, else paragraphs, else words. */
export const DEEPGRAM: ShapeModule = { shape: "deepgram", inspect, convert, dropReason: speechDropReason };

function inspect(root: JsonNode): Finding | null {
  if (nodeAt(root, ["results", "channels"])?.type !== "array") return null;
  const hasId = readText(nodeAt(root, ["metadata", "request_id"])) !== null;
  const reasons = ["results.channels is a list", ...(hasId ? ["metadata.request_id is given"] : [])];
  return { score: hasId ? 0.95 : 0.85, reasons };
}

/** `created` is when the transcription was made, and not when the call was: it is kept and starts nothing. */
function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const metadata = member(root, "metadata");
  draft.takeText("call.externalId", member(metadata, "request_id"));
  takeDurationAndEnd(draft, member(metadata, "duration"), { started: null, key: "duration" });
  draft.keep("transcribedAt", member(metadata, "created"));
  draft.keep("summary", nodeAt(root, ["results", "summary", "short"]));
  draft.keep("language", nodeAt(root, ["results", "channels", 0, "detected_language"]));
  return finishSpeech(draft, context, readDeepgram(root));
}

function readDeepgram(root: JsonNode): SpeechReading {
  const channels = listAt(root, "results", "channels");
  const utterances = listAt(root, "results", "utterances");
  if (utterances.length > 0) return readUtterances(utterances, channels.length > 1);
  const paragraphs = channels.flatMap((channel, index) => paragraphsOf(channel, index, channels.length > 1));
  if (paragraphs.length > 0) return { lines: byStart(paragraphs), areToldApart: paragraphs.every(({ word }) => word !== "") };
  const words = channels.flatMap((channel, index) => wordsOf(channel, index, channels.length > 1));
  if (words.length > 0) return { lines: byStart(words), areToldApart: words.every(({ word }) => word !== "") };
  const texts = channels.map((channel, index): SpokenLine => {
    const word = channels.length > 1 ? `channel ${index}` : "";
    return speechLine({ word, text: nodeAt(channel, ["alternatives", 0, "transcript"]), start: undefined, end: undefined, unit: "s" });
  });
  return { lines: texts, areToldApart: channels.length > 1 };
}

/** Where sides were recorded apart the channel tells the speaker, else the number that the voice was given. */
function readUtterances(utterances: readonly JsonNode[], isMultichannel: boolean): SpeechReading {
  const lines = utterances.map((utterance): SpokenLine => {
    const node = isMultichannel ? member(utterance, "channel") : member(utterance, "speaker");
    const number = readSeconds(node, "s");
    const word = number === null ? "" : `${isMultichannel ? "channel" : "speaker"} ${number}`;
    return speechLine({ word, wordNode: word === "" ? undefined : node, text: member(utterance, "transcript"), start: member(utterance, "start"), end: member(utterance, "end"), unit: "s" });
  });
  return { lines, areToldApart: lines.every(({ word }) => word !== "") };
}

function paragraphsOf(channel: JsonNode, index: number, isMultichannel: boolean): readonly SpokenLine[] {
  return listAt(channel, "alternatives", 0, "paragraphs", "paragraphs").map((paragraph): SpokenLine => {
    const [start, end, speaker] = [member(paragraph, "start"), member(paragraph, "end"), member(paragraph, "speaker")];
    const sentences = listAt(paragraph, "sentences").map((sentence) => ({ speaker: "", text: member(sentence, "text"), start, end }));
    const [joined] = joinWords(sentences, "s");
    const word = isMultichannel ? `channel ${index}` : speakerWord(speaker);
    return { ...(joined ?? speechLine({ word, text: undefined, start, end, unit: "s" })), word, wordNode: isMultichannel ? undefined : speaker };
  });
}

function wordsOf(channel: JsonNode, index: number, isMultichannel: boolean): readonly SpokenLine[] {
  const words = listAt(channel, "alternatives", 0, "words").map((word) => {
    const speaker = member(word, "speaker");
    const told = isMultichannel ? `channel ${index}` : speakerWord(speaker);
    const text = member(word, "punctuated_word") ?? member(word, "word");
    return { speaker: told === "" ? null : told, speakerNode: isMultichannel ? undefined : speaker, text, start: member(word, "start"), end: member(word, "end") };
  });
  return joinWords(words, "s");
}

function speakerWord(node: JsonNode | undefined): string {
  const number = readSeconds(node, "s");
  return number === null ? "" : `speaker ${number}`;
}

/** Channels come one after another: what was said is put in the order of time. */
function byStart(lines: readonly SpokenLine[]): readonly SpokenLine[] {
  return lines.every(({ startSeconds }) => startSeconds !== undefined) ? [...lines].sort((left, right) => Number(left.startSeconds) - Number(right.startSeconds)) : lines;
}
