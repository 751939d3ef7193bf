import { formatCount } from "@/lib/core/format/count";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { Problem, ProblemFix, ProblemLevel } from "./problem";
import type { ProblemCode } from "./problem-codes";
import { placeName } from "./place-name";
import { RULES, type RuleParams } from "./rules";

/** Ours: more of one kind than anybody goes through one by one; the rest is counted. */
export const MAX_PER_CODE = 200;

export interface Finding extends Partial<RuleParams> {
  readonly path: JsonPath;
  /** Where it stands in the text, for the order. */
  readonly offset: number;
  /** The likelier first; two are shown. */
  readonly fixes?: readonly ProblemFix[];
}

const LEVEL_ORDER: Readonly<Record<ProblemLevel, number>> = { blocks: 0, loses: 1, odd: 2 };

interface Placed {
  readonly problem: Problem;
  readonly offset: number;
}

/** Collects what the checks find and brings it into order. */
export class Reporter {
  private readonly placed: Placed[] = [];
  private readonly counts = new Map<ProblemCode, number>();
  private readonly overflow = new Map<ProblemCode, Finding>();

  /** Words and fixes are made only for what is shown, so a finding of a frequent kind costs next to nothing. */
  add(code: ProblemCode, find: () => Finding): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= MAX_PER_CODE) this.place(code, find());
    else if (count === MAX_PER_CODE + 1) {
      const { path, offset } = find();
      this.overflow.set(code, { path: [...path], offset });
    }
  }

  private place(code: ProblemCode, finding: Finding): void {
    const { level, title, why, losesAll } = RULES[code];
    const { path, offset, fixes = [], name = placeName(path), found = "", limit = "", hint = "" } = finding;
    const params = { name, found, limit, hint };
    const words = { title: title(params), why: why(params) };
    const problem: Problem = { code, level, path: [...path], ...words, fixes: fixes.slice(0, 2), ...(losesAll ? { losesAll } : {}) };
    this.placed.push({ problem, offset });
  }

  /** What blocks first, then what loses, then what is odd; inside that in the document's order. */
  finish(): readonly Problem[] {
    for (const [code, { path, offset }] of this.overflow) {
      const rest = formatCount((this.counts.get(code) ?? 0) - MAX_PER_CODE);
      const words = { title: `… and ${rest} more of this kind`, why: `The first ${MAX_PER_CODE} are listed one by one.` };
      const problem: Problem = { code, level: RULES[code].level, path, ...words, fixes: [] };
      this.placed.push({ problem, offset });
    }
    return this.placed
      .sort((left, right) => LEVEL_ORDER[left.problem.level] - LEVEL_ORDER[right.problem.level] || left.offset - right.offset)
      .map(({ problem }) => problem);
  }
}
