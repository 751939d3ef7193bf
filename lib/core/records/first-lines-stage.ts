import { isConversation } from "./is-conversation";
import { LinesStage } from "./lines-stage";
import { MessageLinesStage } from "./message-lines-stage";
import type { SourceFeed, Stage } from "./source-feed";

/** Ours: so many lines, or characters, show whether the lines are calls or the messages of one. */
const SAMPLE_LINES = 40;
const SAMPLE_CHARACTERS = 200_000;

/** JSON Lines of which the first ones decide: each line a record, or each line a message of one conversation (a log of events). */
export class FirstLinesStage implements Stage {
  run(feed: SourceFeed): Stage | null {
    const lines = feed.text.slice(feed.at, feed.at + SAMPLE_CHARACTERS).split(/\r\n|\r|\n/, SAMPLE_LINES + 1);
    const isEnough = feed.ended || lines.length > SAMPLE_LINES || feed.leftOver >= SAMPLE_CHARACTERS;
    if (!isEnough) return null;
    // The last one may be cut, unless the source ends with it.
    const whole = feed.ended && lines.length <= SAMPLE_LINES && feed.leftOver < SAMPLE_CHARACTERS ? lines : lines.slice(0, -1);
    const sample = whole.map((line) => line.trim()).filter((line) => line.startsWith("{") && line.endsWith("}"));
    return sample.length > 1 && isConversation(sample) ? new MessageLinesStage() : new LinesStage();
  }
}
