import type { JsonPath } from "@/lib/core/text/json-path";
import type { ProblemCode } from "./problem-codes";

/**
 * How bad a problem is, by what Zelto would do: `blocks` it refuses; `loses` it accepts and drops or ignores something, or all;
 * `odd` it is allowed and probably not meant.
 */
export type ProblemLevel = "blocks" | "loses" | "odd";

/** A change that a person can apply with one click; the id is resolved by `applyFix` against the current text. */
export interface ProblemFix {
  readonly id: string;
  /** A verb phrase for the button: "Rename to recordingUrl". */
  readonly label: string;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  /** The place in the draft's document; `[]` is the whole call. */
  readonly path: JsonPath;
  /** What is wrong, in a short line: "Turn 7 ends before it starts". */
  readonly title: string;
  /** What Zelto would do and why it matters, one or two sentences. */
  readonly why: string;
  /** At most two, the likelier first. */
  readonly fixes: readonly ProblemFix[];
  /** True where Zelto would answer 200 and create nothing at all: sending takes an explicit "Send anyway". */
  readonly losesAll?: boolean;
}
