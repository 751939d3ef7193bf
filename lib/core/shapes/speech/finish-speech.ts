import { singleSpeakerLines } from "@/lib/core/shapes/build/single-speaker";
import { spokenTurns, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import { SAYS_NOTHING } from "@/lib/core/shapes/build/turn-draft";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

export interface SpeechReading {
  readonly lines: readonly SpokenLine[];
  /** Whether the source says of each line who speaks. */
  readonly areToldApart: boolean;
}

/** The last steps of every transcription: who is who, the agent, an id. A transcription has none of them by itself. */
export function finishSpeech(draft: CanonicalDraft, context: ConversionContext, reading: SpeechReading): JsonObjectNode {
  const spoken = reading.lines.filter(({ content }) => content !== "");
  for (const line of reading.lines) {
    if (line.content !== "") continue;
    for (const { node } of line.sources) context.receipt.drop(node, SAYS_NOTHING);
    if (line.wordNode) context.receipt.drop(line.wordNode, SAYS_NOTHING);
  }
  const turns = spokenTurns(reading.areToldApart ? spoken : singleSpeakerLines(spoken, context), context);
  takeMissingAgent(draft, context);
  takeDerivedId(draft, context, turns);
  if (turns.length === 0 && !context.remarks.some(({ kind }) => kind === "no-talk")) {
    context.remark({ kind: "no-talk", path: [], sentence: "The transcription holds no words." });
  }
  return draft.build(turns);
}

const CONFIDENCE = new Set(["confidence", "languageConfidence", "language_confidence", "avg_logprob", "no_speech_prob", "compression_ratio", "temperature", "speaker_confidence", "LoudnessScore", "loudness_score"]);
const WORDS = new Set(["words", "tokens", "items", "channels", "transcripts", "paragraphs", "alternatives", "channel_labels", "text", "transcript", "segments", "utterances"]);
const IDS = new Set(["id", "sid", "Id", "seek", "sentence_index", "sentenceIndex"]);

/** Why a leaf of a transcription is left out. */
export function speechDropReason(path: JsonPath): string {
  const last = path.at(-1);
  if (path.some((key) => CONFIDENCE.has(String(key)))) return "How sure the transcription is of itself";
  if (IDS.has(String(last))) return "It only numbers the parts of the transcription";
  if (path.some((key) => WORDS.has(String(key)))) return "The same words stand in the transcription more than once, and one form of them was taken";
  return "Zelto has no field for it";
}

/** Several vendors say how far a job is: anything but done may change or never come. */
export function remarkStatus(context: ConversionContext, status: string | null, done: ReadonlySet<string>): void {
  if (status === null || done.has(status.toLowerCase())) return;
  context.remark({ kind: "unfinished", path: [], sentence: `The transcription's status is “${status.slice(0, 40)}”, so words may be missing.` });
}
