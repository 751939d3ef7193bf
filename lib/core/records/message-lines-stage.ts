import { parseJson } from "@/lib/core/text/scan-json";
import { groupMessages, messageList, type MessageText } from "./group-messages";
import { LineEnds } from "./line-ends";
import { MAX_WHOLE_BYTES } from "./limits";
import { nextCharacter } from "./next-character";
import { placeProblem } from "./place-problem";
import type { SourceFeed, Stage } from "./source-feed";
import { conversationTooLarge } from "./source-words";

const NOTE = "Its messages stood one to a line; they were put into a list, each as it was.";

/** JSON Lines of which each line is a message: they are collected, and every conversation among them is one record. */
export class MessageLinesStage implements Stage {
  private readonly messages: MessageText[] = [];
  private characters = 0;

  run(feed: SourceFeed): null {
    feed.kind = "ndjson";
    const ends = new LineEnds();
    ends.load(feed.text);
    for (;;) {
      feed.at = nextCharacter(feed.text, feed.at);
      if (feed.at >= feed.text.length) break;
      const breakAt = ends.from(feed.at);
      if (breakAt < 0 && !feed.ended) break;
      this.take(feed, breakAt < 0 ? feed.text.length : breakAt);
    }
    if (this.characters + feed.leftOver > MAX_WHOLE_BYTES) feed.fail(conversationTooLarge(feed.sourceName));
    else if (feed.ended) this.giveOut(feed);
    return null;
  }

  private take(feed: SourceFeed, end: number): void {
    const text = feed.text.slice(feed.at, end).trimEnd();
    const place = feed.placeOf(feed.at);
    const parsed = parseJson(text);
    if (parsed.ok) this.messages.push({ text, line: place.line });
    else feed.bad(placeProblem(parsed.error, place), `line ${place.line}`, text);
    this.characters += text.length;
    feed.at = end;
  }

  private giveOut(feed: SourceFeed): void {
    const groups = groupMessages(this.messages);
    for (const group of groups) {
      const line = group[0]?.line ?? 1;
      feed.record(messageList(group), { path: groups.length === 1 ? "" : `line ${line}`, line, column: null, notes: [NOTE] });
    }
  }
}
