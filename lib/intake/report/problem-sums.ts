import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import type { Problem, ProblemLevel } from "@/lib/core/problems/problem";
import type { ProblemSum } from "@/lib/intake/intake-report";
import { detached } from "./detach";

/** Ours: more ways to be wrong are read one by one in the grid. */
const MAX_SUMS = 200;
const RANK: Readonly<Record<ProblemLevel, number>> = { blocks: 0, loses: 1, odd: 2 };

/** Problems by code and place over all records. */
export class ProblemSums {
  private readonly sums = new Map<string, ProblemSum>();

  /** Adds the problems of one record. */
  add(problems: readonly Problem[], example: ProblemSum["example"]): void {
    if (problems.length === 0) return;
    const here = new Map<string, { readonly problem: Problem; readonly pattern: string; count: number }>();
    for (const problem of problems) {
      const pattern = patternOf(problem.path);
      const key = `${problem.code} ${pattern}`;
      const known = here.get(key);
      if (known) known.count += 1;
      else here.set(key, { problem, pattern, count: 1 });
    }
    for (const [key, { problem, pattern, count }] of here) {
      const { code, level, title, why } = problem;
      this.merge(key, { code, level, pattern, title, why, records: 1, count, example });
    }
  }

  addAll(other: ProblemSums): void {
    for (const [key, sum] of other.sums) this.merge(key, sum);
  }

  get ranked(): readonly ProblemSum[] {
    return [...this.sums.values()].sort((left, right) => RANK[left.level] - RANK[right.level] || right.records - left.records).slice(0, MAX_SUMS);
  }

  private merge(key: string, sum: ProblemSum): void {
    const known = this.sums.get(key);
    // Ten times as many are counted as are shown: the most frequent may come late. A map of ids as keys makes a new place each record.
    if (known) this.sums.set(key, { ...known, records: known.records + sum.records, count: known.count + sum.count });
    else if (this.sums.size < MAX_SUMS * 10) this.sums.set(key, detached(sum));
  }
}

function patternOf(path: JsonPath): string {
  return formatPath(path).replace(/\[\d+\]/g, "[]");
}
