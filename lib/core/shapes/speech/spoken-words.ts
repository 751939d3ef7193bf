import { readText } from "@/lib/core/call-ingest/read-number";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { JsonNode } from "@/lib/core/text/json-node";
import { readSpan, type SpeechUnit } from "./speech-line";

/** A word with its time, and its speaker where the vendor tells one. */
export interface SpokenWord {
  readonly speaker: string | null;
  readonly speakerNode?: JsonNode | undefined;
  readonly text: JsonNode | undefined;
  readonly start: JsonNode | undefined;
  readonly end: JsonNode | undefined;
  /** Follows the word before without a blank. */
  readonly isPunctuation?: boolean;
}

const JOINED = "Words of one speaker, joined";
const SENTENCE_END = /[.?!…。？！]["'”’)\]]*$/;

/**
 * What each speaker says without a break, put together of words. A word without a speaker goes with the words before; where no word
 * has one, a line is a sentence.
 */
export function joinWords(words: readonly SpokenWord[], unit: SpeechUnit): readonly SpokenLine[] {
  const hasSpeakers = words.some(({ speaker }) => speaker !== null);
  const runs: { readonly speaker: string; readonly words: SpokenWord[] }[] = [];
  let ended = false;
  for (const word of words) {
    const current = runs.at(-1);
    const speaker = word.speaker ?? current?.speaker ?? "";
    const isNew = !current || current.speaker !== speaker || (!hasSpeakers && ended && word.isPunctuation !== true);
    if (isNew) runs.push({ speaker, words: [word] });
    else current.words.push(word);
    ended = SENTENCE_END.test(readText(word.text) ?? "");
  }
  return runs.map((run) => lineOf(run.speaker, run.words, unit));
}

function lineOf(speaker: string, words: readonly SpokenWord[], unit: SpeechUnit): SpokenLine {
  const timed = words.filter(({ start }) => start !== undefined);
  const { sources, ...times } = readSpan({ start: timed[0]?.start, end: timed.at(-1)?.end, unit });
  const content = words.reduce((said, { text, isPunctuation }, index) => said + (index === 0 || isPunctuation === true ? "" : " ") + (readText(text) ?? "").trim(), "");
  const textSources = words.flatMap(({ text }): TurnSource[] => (text ? [{ node: text, field: "content", ...(words.length === 1 ? {} : { reason: JOINED }) }] : []));
  return { word: speaker, wordNode: words[0]?.speakerNode, content, ...times, sources: [...textSources, ...sources] };
}
