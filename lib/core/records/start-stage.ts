import { FirstValueStage } from "./first-value-stage";
import { ItemsStage } from "./items-stage";
import { nextCharacter } from "./next-character";
import type { SourceFeed, Stage } from "./source-feed";
import { WholeStage } from "./whole-stage";

/** Looks for the first character that is no white space: it decides how the source is read. */
export class StartStage implements Stage {
  run(feed: SourceFeed): Stage | null {
    const start = nextCharacter(feed.text, 0);
    if (start >= feed.text.length) return feed.ended ? new WholeStage() : null;
    const first = feed.text.charAt(start);
    if (first === "[") return new ItemsStage(start, feed.placeOf(start));
    return first === "{" || first === '"' ? new FirstValueStage(start) : new WholeStage();
  }
}
