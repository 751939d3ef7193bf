import type { JsonPath } from "@/lib/core/text/json-path";

/**
 * Something about the conversion of a record that its canonical text cannot tell. `guessed`: a value that was assumed;
 * `unfinished`: the call went on after this was written; `no-talk`: why there is neither transcript nor recording;
 * `no-call`: what the record is instead of a call; `doubtful`: the source says it, and it is probably not so.
 */
export type RemarkKind = "guessed" | "unfinished" | "no-talk" | "no-call" | "doubtful";

export interface Remark {
  readonly kind: RemarkKind;
  /** Place in the canonical call; [] is the whole call. */
  readonly path: JsonPath;
  /** For `guessed`: the text of the value that was assumed, a number as written. The remark is void once another value stands there. */
  readonly value?: string;
  /** For the person: one or two sentences with their full stops. */
  readonly sentence: string;
}
