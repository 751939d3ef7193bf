import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import { MAX_SOURCE_BYTES } from "./limits";
import { SourceFeed, type Stage } from "./source-feed";
import { tooLargeSource } from "./source-words";
import type { SplitEvent, Splitter } from "./split-event";
import { StartStage } from "./start-stage";

/** Ours: small pieces are put together until they are an eighth of what is at hand, so that reading on costs the same for pieces of any size. */
const MIN_GROWTH = 8;

/**
 * Cuts a source into records while it is being read: an object, an array item by item, JSON Lines, values one after another, a
 * string that holds JSON, a text. Memory is bounded by the largest record and a piece, except for what has to be read whole
 * (`MAX_WHOLE_BYTES`). `sourceName` is for the sentences. Pure; a splitter is for one source.
 */
export function createSplitter(options: { readonly sourceName: string; readonly answers?: Answers }): Splitter {
  const feed = new SourceFeed({ sourceName: options.sourceName, answers: options.answers ?? NO_ANSWERS });
  let stage: Stage = new StartStage();
  let waiting: string[] = [];
  let waitingLength = 0;
  let total = 0;
  const read = (): readonly SplitEvent[] => {
    feed.append(waiting.length === 1 ? (waiting[0] ?? "") : waiting.join(""));
    waiting = [];
    waitingLength = 0;
    for (let next = stage.run(feed); next !== null && !feed.failed; next = stage.run(feed)) stage = next;
    return feed.takeEvents();
  };
  return {
    push(piece) {
      if (feed.failed || feed.ended) return [];
      waiting.push(piece);
      waitingLength += piece.length;
      total += piece.length;
      if (total > MAX_SOURCE_BYTES) {
        feed.fail(tooLargeSource(options.sourceName));
        return feed.takeEvents();
      }
      return waitingLength * MIN_GROWTH < feed.leftOver ? [] : read();
    },
    end() {
      if (feed.failed || feed.ended) return [];
      feed.ended = true;
      const events = read();
      feed.finish();
      return [...events, ...feed.takeEvents()];
    },
    get kind() {
      return feed.kind;
    },
  };
}
