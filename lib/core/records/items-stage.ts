import { afterFirstValue } from "./first-value-stage";
import { groupMessages, messageList } from "./group-messages";
import { isConversation } from "./is-conversation";
import { ItemCutter } from "./item-cutter";
import { MAX_CALL_BYTES, MAX_RECORDS } from "./limits";
import { nextCharacter } from "./next-character";
import type { SourceFeed, Stage } from "./source-feed";
import { conversationTooLarge } from "./source-words";
import { syntaxFailure } from "./structure-fault";
import { WholeStage } from "./whole-stage";

const APART = "The list held the messages of several conversations; those of one were put into a list of their own, each as it was.";

interface HeldItem {
  readonly start: number;
  readonly end: number;
}

/**
 * A source that begins with an array. Its items are held back until it shows what it is: one record itself (a list of messages, or
 * one of several values), which cannot be longer than a call, or a list of records, which then are given out one by one.
 */
export class ItemsStage implements Stage {
  private readonly cutter: ItemCutter;
  private held: HeldItem[] | null = [];
  private count = 0;

  constructor(private readonly start: number, place: { readonly line: number; readonly column: number }) {
    this.cutter = new ItemCutter(start, place);
  }

  run(feed: SourceFeed): Stage | null {
    for (;;) {
      const step = this.cutter.next(feed);
      if (step.kind === "closed") return this.close(feed, step.end);
      if (step.kind === "more") {
        if (feed.text.length - this.start > MAX_CALL_BYTES) this.release(feed);
        if (this.held === null && !feed.failed) this.cutter.skipOpenItem(feed);
        return null;
      }
      if (step.kind === "broken") {
        if (this.held !== null) return new WholeStage(step.problem);
        feed.failUnreadable(step.problem);
      } else if (step.kind === "oversized") {
        feed.oversized({ path: `[${this.count}]`, line: step.line }, step.bytes);
        this.count += 1;
      } else this.take(feed, step);
      if (feed.failed) return null;
    }
  }

  private take(feed: SourceFeed, { start, end }: HeldItem): void {
    if (this.held === null) {
      this.emit(feed, start, end);
      return;
    }
    this.held.push({ start, end });
    if (end - this.start > MAX_CALL_BYTES || this.held.length > MAX_RECORDS) this.release(feed);
  }

  /** The array is longer than a call may be, or has ended: it is a list of records. */
  private release(feed: SourceFeed): void {
    if (this.held === null) return;
    const { held } = this;
    this.held = null;
    feed.kind = "array";
    const isLong = feed.text.length - this.start > MAX_CALL_BYTES;
    if (isLong && held.length > 1 && isConversation(itemTexts(feed, held))) feed.fail(conversationTooLarge(feed.sourceName));
    for (const { start, end } of held) if (!feed.failed) this.emit(feed, start, end);
  }

  private emit(feed: SourceFeed, start: number, end: number): void {
    const text = feed.text.slice(start, end);
    const place = feed.placeOf(start);
    const path = `[${this.count}]`;
    this.count += 1;
    feed.at = end;
    feed.value(text, { path, ...place });
  }

  /** Behind the array: nothing, another value, or something that does not belong there. */
  private close(feed: SourceFeed, end: number): Stage | null {
    const next = nextCharacter(feed.text, end);
    if (next < feed.text.length) {
      if (this.held !== null) return afterFirstValue(feed, this.start, end);
      feed.failUnreadable(syntaxFailure(feed.text, { offset: next, situation: "After the end of the JSON value", expected: "nothing more" }));
      return null;
    }
    if (!feed.ended) return null;
    feed.kind = "array";
    if (this.held !== null && isConversation(itemTexts(feed, this.held))) {
      this.giveOutConversations(feed, this.held, end);
    } else this.release(feed);
    feed.at = feed.text.length;
    return null;
  }

  /** A list of messages is one record as it stands, unless its messages belong to several conversations. */
  private giveOutConversations(feed: SourceFeed, held: readonly HeldItem[], end: number): void {
    const opening = feed.placeOf(this.start);
    const groups = groupMessages(held.map(({ start, end: itemEnd }) => ({ text: feed.text.slice(start, itemEnd), line: feed.placeOf(start).line })));
    if (groups.length === 1) feed.record(feed.text.slice(this.start, end), { path: "", ...opening });
    else for (const [index, group] of groups.entries()) feed.record(messageList(group), { path: `conversation ${index + 1}`, line: group[0]?.line ?? 1, column: null, notes: [APART] });
  }
}

function itemTexts(feed: SourceFeed, items: readonly HeldItem[]): readonly string[] {
  return items.map(({ start, end }) => feed.text.slice(start, end));
}
