import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, remarkStatus, speechDropReason, type SpeechReading } from "./finish-speech";
import { listAt } from "./list-at";
import { readSeconds, speechLine } from "./speech-line";
import { joinWords, type SpokenWord } from "./spoken-words";

/** A job of AWS Transcribe: its audio segments where it has them, else its items, grouped by speaker or channel. */
export const AWS_TRANSCRIBE: ShapeModule = { shape: "aws-transcribe", inspect, convert, dropReason: speechDropReason };

const DONE = new Set(["completed"]);

function inspect(root: JsonNode): Finding | null {
  const items = listAt(root, "results", "items");
  const hasWords = items.some((item) => /^(?:pronunciation|punctuation)$/.test(readText(member(item, "type")) ?? ""));
  const hasSegments = listAt(root, "results", "audio_segments").length > 0;
  const hasJob = readText(member(root, "jobName")) !== null;
  if (!hasWords && !hasSegments && !(hasJob && nodeAt(root, ["results", "transcripts"]))) return null;
  return { score: hasJob ? 0.95 : 0.85, reasons: [hasJob ? "jobName is given" : "results.items are pronunciations and punctuation", "results hold a transcription"] };
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  draft.takeText("call.externalId", member(root, "jobName"));
  draft.keep("language", nodeAt(root, ["results", "language_code"]));
  remarkStatus(context, readText(member(root, "status")), DONE);
  return finishSpeech(draft, context, readJob(member(root, "results")));
}

function readJob(results: JsonNode | undefined): SpeechReading {
  const segments = listAt(results, "audio_segments");
  if (segments.some((segment) => readText(member(segment, "transcript")) !== null)) {
    const lines = segments.map((segment): SpokenLine => {
      const speaker = member(segment, "speaker_label") ?? member(segment, "channel_label");
      return speechLine({ word: readText(speaker) ?? "", wordNode: speaker, text: member(segment, "transcript"), start: member(segment, "start_time"), end: member(segment, "end_time"), unit: "s" });
    });
    return { lines, areToldApart: lines.every(({ word }) => word !== "") };
  }
  const words = readItems(results);
  if (words.length > 0) return { lines: joinWords(words, "s"), areToldApart: words.some(({ speaker }) => speaker !== null) };
  const lines = listAt(results, "transcripts").map((entry) => speechLine({ word: "", text: member(entry, "transcript"), start: undefined, end: undefined, unit: "s" }));
  return { lines, areToldApart: false };
}

/** The items in the order of time: by channel where channels were told apart, else with the label of their start. */
function readItems(results: JsonNode | undefined): readonly SpokenWord[] {
  const channels = listAt(results, "channel_labels", "channels");
  if (channels.length > 0) return byTime(channels.flatMap((channel) => listAt(channel, "items").map((item) => wordOf(item, member(channel, "channel_label")))));
  const labels = speakersByStart(results);
  return listAt(results, "items").map((item) => wordOf(item, member(item, "speaker_label") ?? labels.get(readText(member(item, "start_time")) ?? "")));
}

function wordOf(item: JsonNode, speaker: JsonNode | undefined): SpokenWord {
  const isPunctuation = readText(member(item, "type")) === "punctuation";
  return {
    speaker: isPunctuation ? null : readText(speaker),
    speakerNode: speaker,
    text: nodeAt(item, ["alternatives", 0, "content"]),
    start: member(item, "start_time"),
    end: member(item, "end_time"),
    isPunctuation,
  };
}

/** Older jobs say who speaks beside the items: by the start of each. */
function speakersByStart(results: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
  const found = new Map<string, JsonNode>();
  for (const segment of listAt(results, "speaker_labels", "segments")) {
    for (const item of listAt(segment, "items")) {
      const [start, label] = [readText(member(item, "start_time")), member(item, "speaker_label") ?? member(segment, "speaker_label")];
      if (start !== null && label) found.set(start, label);
    }
  }
  return found;
}

/** Punctuation has no time of its own and stays behind its word; its speaker is that word's. */
function byTime(words: readonly SpokenWord[]): readonly SpokenWord[] {
  let at = 0;
  const placed = words.map((word) => {
    at = word.isPunctuation === true ? at : (readSeconds(word.start, "s") ?? at);
    return { word, at };
  });
  return placed.sort((left, right) => left.at - right.at).map(({ word }) => word);
}
