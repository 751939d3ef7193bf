import "server-only";
import { PROBLEM_LEVELS, type GridFilter, type ProblemGroup, type ProblemGroups } from "@/lib/contracts/grid";
import type { ServerContext } from "@/lib/server/context";
import { listCauses, type StoredCause } from "@/lib/server/repositories/call-problems";
import { freshIndex } from "./fresh-index";
import { filtered, hasProblem } from "./grid-filter";

const MAX_GROUPS = 100;
/** Ours: of more causes than this only the most frequent are put into order; no honest batch has so many. */
const MAX_CAUSES = 1_000;

interface Counted {
  calls: number;
  readonly exampleCallId: string;
}

/** Problems of the calls under a filter, grouped by cause. The example is the first call of the batch that has it. */
export async function readProblemGroups(context: Pick<ServerContext, "db" | "target">, filter: GridFilter): Promise<ProblemGroups> {
  const { index, change } = await freshIndex(context);
  const counts = new Map<number, Counted>();
  let calls = 0;
  for (const entry of await filtered(context.db, index, filter, { sort: "position", direction: "asc" })) {
    if (hasProblem(entry)) calls += 1;
    for (const cause of entry.causes) {
      const counted = counts.get(cause);
      if (counted) counted.calls += 1;
      else counts.set(cause, { calls: 1, exampleCallId: entry.id });
    }
  }
  const frequent = [...counts].sort(([, left], [, right]) => right.calls - left.calls).slice(0, MAX_CAUSES);
  const causes = await listCauses(context.db, frequent.map(([id]) => id));
  const groups = causes.flatMap((cause) => groupOf(cause, counts.get(cause.id))).sort(worstFirst);
  return { change, groups: groups.slice(0, MAX_GROUPS), more: Math.max(0, counts.size - MAX_GROUPS), calls };
}

function groupOf({ id, code, level, pattern, title, why, losesAll, fix }: StoredCause, counted: Counted | undefined): readonly ProblemGroup[] {
  return counted === undefined ? [] : [{ cause: String(id), code, level, pattern, title, why, losesAll, fix, ...counted }];
}

function worstFirst(left: ProblemGroup, right: ProblemGroup): number {
  return PROBLEM_LEVELS.indexOf(left.level) - PROBLEM_LEVELS.indexOf(right.level) || right.calls - left.calls || Number(left.cause) - Number(right.cause);
}
