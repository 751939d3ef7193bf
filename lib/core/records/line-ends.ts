/** Looks up where lines of a window end: LF, CR LF or a lone CR. Each search goes on where the last one stopped. */
export class LineEnds {
  private text = "";
  private feedAt = -1;
  private returnAt = -1;

  load(text: string): void {
    this.text = text;
    this.feedAt = search(text, "\n", 0);
    this.returnAt = search(text, "\r", 0);
  }

  /** Offset of the first line end at or behind `from`, or -1. Asked forward only. */
  from(from: number): number {
    if (this.feedAt < from) this.feedAt = search(this.text, "\n", from);
    if (this.returnAt < from) this.returnAt = search(this.text, "\r", from);
    const at = Math.min(this.feedAt, this.returnAt);
    return at === Number.MAX_SAFE_INTEGER ? -1 : at;
  }
}

function search(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}
