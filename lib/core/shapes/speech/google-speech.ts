import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText } from "@/lib/core/shapes/build/decimal";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { member, nodeAt, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { finishSpeech, speechDropReason, type SpeechReading } from "./finish-speech";
import { listAt } from "./list-at";
import { speechLine } from "./speech-line";
import { joinWords, type SpokenWord } from "./spoken-words";

/** Google's Speech-to-Text. With speakers, the last result repeats every word of the others, and it alone is read. */
export const GOOGLE_SPEECH: ShapeModule = {
  shape: "google-speech",
  inspect,
  convert,
  dropReason: (path) => (path.includes("results") && path.includes("alternatives") ? "The last result holds all words with their speakers, or one reading of each result was taken" : speechDropReason(path)),
};

const MARKS = ["result_end_time", "result_end_offset", "language_code", "channel_tag"] as const;

function inspect(root: JsonNode): Finding | null {
  const results = resultsOf(root);
  const first = results.find((result) => readText(nodeAt(result, ["alternatives", 0, "transcript"])) !== null);
  if (!first) return null;
  const words = results.flatMap((result) => listAt(result, "alternatives", 0, "words").slice(0, 1));
  const isSuffixed = words.some((word) => /^\d+(?:\.\d+)?s$/.test(readText(startOf(word)) ?? ""));
  const marks = MARKS.filter((key) => memberEither(first, key) !== undefined);
  if (!isSuffixed && marks.length === 0) return null;
  return { score: isSuffixed ? 0.93 : 0.85, reasons: ["results have alternatives with a transcript", ...(isSuffixed ? ["words have times such as 1.300s"] : [])] };
}

/** The results themselves, or those of a long-running operation. */
function resultsOf(root: JsonNode): readonly JsonNode[] {
  const own = listAt(root, "results");
  return own.length > 0 ? own : listAt(root, "response", "results");
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const results = resultsOf(root);
  draft.takeText("call.externalId", memberEither(root, "request_id") ?? memberEither(member(root, "response"), "request_id") ?? member(root, "name"));
  draft.keep("language", memberEither(results[0], "language_code"));
  if (member(root, "done")?.type === "false") context.remark({ kind: "unfinished", path: [], sentence: "The transcription was not done when this was written, so words may be missing." });
  return finishSpeech(draft, context, readResults(results));
}

function readResults(results: readonly JsonNode[]): SpeechReading {
  const diarized = results.findLast((result) => wordsOf(result).some(({ speaker }) => speaker !== null));
  if (diarized) return { lines: joinWords(wordsOf(diarized), "suffixed"), areToldApart: true };
  const lines = results.map((result): SpokenLine => {
    const channel = memberEither(result, "channel_tag");
    const number = tagOf(channel);
    const [first] = listAt(result, "alternatives", 0, "words");
    const end = memberEither(result, "result_end_time") ?? memberEither(result, "result_end_offset");
    return speechLine({ word: number === null ? "" : `channel ${number}`, wordNode: number === null ? undefined : channel, text: nodeAt(result, ["alternatives", 0, "transcript"]), start: startOf(first), end, unit: "suffixed" });
  });
  return { lines, areToldApart: lines.length > 0 && lines.every(({ word }) => word !== "") };
}

function wordsOf(result: JsonNode): readonly SpokenWord[] {
  return listAt(result, "alternatives", 0, "words").map((word): SpokenWord => {
    const tag = memberEither(word, "speaker_tag") ?? memberEither(word, "speaker_label");
    const number = tagOf(tag);
    return {
      speaker: number === null ? null : `speaker ${number}`,
      speakerNode: number === null ? undefined : tag,
      text: member(word, "word"),
      start: startOf(word),
      end: memberEither(word, "end_time") ?? memberEither(word, "end_offset"),
    };
  });
}

/** Google leaves out a start of 0 in some versions; that a word has none is no fault then. */
function startOf(word: JsonNode | undefined): JsonNode | undefined {
  return memberEither(word, "start_time") ?? memberEither(word, "start_offset");
}

/** Numbered from 1; 0 stands for nobody. */
function tagOf(node: JsonNode | undefined): string | null {
  const text = numberText(node);
  return text === null || Number(text) === 0 ? null : text;
}
