import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { takeDurationAndEnd } from "@/lib/core/shapes/build/end-of-duration";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, speechDropReason } from "./finish-speech";
import { listAt } from "./list-at";
import { speechLine } from "./speech-line";

/** A transcription by OpenAI with speakers. */
export const OPENAI_DIARIZED: ShapeModule = { shape: "openai-diarized", inspect: inspectDiarized, convert, dropReason: speechDropReason };
/** Whisper's verbose form, which knows no speakers; tools that add some are read as well. */
export const WHISPER_VERBOSE: ShapeModule = { shape: "whisper-verbose", inspect: inspectWhisper, convert, dropReason: speechDropReason };

const DIARIZED_TYPE = "transcript.text.segment";
const WHISPER_KEYS = ["seek", "tokens", "no_speech_prob", "avg_logprob", "compression_ratio"] as const;

function inspectDiarized(root: JsonNode): Finding | null {
  const segments = listAt(root, "segments");
  const typed = segments.some((segment) => readText(member(segment, "type")) === DIARIZED_TYPE);
  if (!typed || !segments.some((segment) => member(segment, "speaker") !== undefined)) return null;
  return { score: 0.95, reasons: [`segments have a speaker and the type ${DIARIZED_TYPE}`] };
}

function inspectWhisper(root: JsonNode): Finding | null {
  const segments = listAt(root, "segments");
  if (segments.some((segment) => readText(member(segment, "type")) === DIARIZED_TYPE)) return null;
  const [first] = segments;
  const marks = WHISPER_KEYS.filter((key) => first && member(first, key) !== undefined);
  const task = readText(member(root, "task"));
  const isTask = task === "transcribe" || task === "translate";
  if (marks.length < 2 && !(isTask && first && member(first, "start") && member(first, "text"))) return null;
  return { score: 0.93, reasons: [marks.length < 2 ? `task is ${task ?? ""} and segments have times` : `segments have ${marks.slice(0, 2).join(" and ")}`] };
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  // Groq serves the same form and adds the request's id.
  draft.takeText("call.externalId", member(root, "id") ?? nodeAt(root, ["x_groq", "id"]));
  takeDurationAndEnd(draft, member(root, "duration"), { started: null, key: "duration" });
  draft.keep("language", member(root, "language"));
  const lines = listAt(root, "segments").map((segment): SpokenLine => {
    const speaker = member(segment, "speaker");
    const word = readText(speaker)?.trim() ?? "";
    return speechLine({ word, wordNode: word === "" ? undefined : speaker, text: member(segment, "text"), start: member(segment, "start"), end: member(segment, "end"), unit: "s" });
  });
  const whole = member(root, "text");
  const all = lines.length === 0 && whole ? [speechLine({ word: "", text: whole, start: undefined, end: undefined, unit: "s" })] : lines;
  return finishSpeech(draft, context, { lines: withSpeakers(all), areToldApart: all.some(({ word }) => word !== "") });
}

/** A segment that nobody was told for, between others that have a speaker, goes with the one before. */
function withSpeakers(lines: readonly SpokenLine[]): readonly SpokenLine[] {
  let current = lines.find(({ word }) => word !== "")?.word ?? "";
  return lines.map((line) => {
    if (line.word !== "") current = line.word;
    return { ...line, word: current };
  });
}
