import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import { takeDurationAndEnd } from "@/lib/core/shapes/build/end-of-duration";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, remarkStatus, speechDropReason, type SpeechReading } from "./finish-speech";
import { listAt } from "./list-at";
import { speechLine } from "./speech-line";
import { joinWords } from "./spoken-words";

/** A transcription by AssemblyAI: utterances in milliseconds, while the whole audio is counted in seconds. */
export const ASSEMBLYAI: ShapeModule = { shape: "assemblyai", inspect, convert, dropReason: speechDropReason };

/** Uploaded files can be fetched by AssemblyAI alone. */
const OWN_UPLOAD = /^https:\/\/cdn\.assemblyai\.com\/upload\//;
const DONE = new Set(["completed"]);

function inspect(root: JsonNode): Finding | null {
  if (readText(member(root, "audio_url")) === null || readText(member(root, "status")) === null) return null;
  const marks = ["utterances", "words", "audio_duration", "speech_model", "speech_models", "language_code", "speaker_labels"].filter((key) => member(root, key) !== undefined);
  return marks.length < 2 ? null : { score: 0.93, reasons: [`audio_url and status stand beside ${marks.slice(0, 2).join(" and ")}`] };
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  draft.takeText("call.externalId", member(root, "id"));
  takeDurationAndEnd(draft, memberEither(root, "audio_duration"), { started: null, key: "audio_duration" });
  const audio = member(root, "audio_url");
  if (audio && OWN_UPLOAD.test(readText(audio) ?? "")) context.receipt.drop(audio, "Only AssemblyAI can open this address");
  else draft.takeText("call.recordingUrl", audio);
  draft.keep("language", memberEither(root, "language_code"));
  draft.keep("summary", memberEither(root, "summary"));
  const status = readText(member(root, "status"));
  const error = readText(member(root, "error"));
  if (status === "error") context.remark({ kind: "no-talk", path: [], sentence: `AssemblyAI could not transcribe this${error === null ? "" : `: ${error.slice(0, 120).replace(/\.?$/, "")}`}.` });
  else remarkStatus(context, status, DONE);
  return finishSpeech(draft, context, readAssembly(root));
}

function readAssembly(root: JsonNode): SpeechReading {
  const utterances = listAt(root, "utterances");
  if (utterances.length > 0) {
    const lines = utterances.map((utterance): SpokenLine => {
      const [speaker, channel] = [filled(member(utterance, "speaker")), filled(member(utterance, "channel"))];
      const node = speaker ?? channel;
      const word = speaker ? (readText(speaker) ?? "") : channel ? `channel ${readText(channel) ?? ""}` : "";
      return speechLine({ word, wordNode: node, text: member(utterance, "text"), start: member(utterance, "start"), end: member(utterance, "end"), unit: "ms" });
    });
    return { lines, areToldApart: lines.every(({ word }) => word !== "") };
  }
  const words = listAt(root, "words").map((word) => {
    const speaker = filled(member(word, "speaker"));
    return { speaker: readText(speaker), speakerNode: speaker, text: member(word, "text"), start: member(word, "start"), end: member(word, "end") };
  });
  if (words.length > 0) return { lines: joinWords(words, "ms"), areToldApart: words.some(({ speaker }) => speaker !== null) };
  const text = member(root, "text");
  return { lines: text ? [speechLine({ word: "", text, start: undefined, end: undefined, unit: "ms" })] : [], areToldApart: false };
}

function filled(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === "string" && node.value.trim() !== "" ? node : undefined;
}
