import "server-only";
import type { Problem } from "@/lib/core/problems/problem";
import { causeOf } from "@/lib/core/problems/problem-cause";
import type { Database } from "@/lib/server/db/database";
import { insertCallProblems, replaceCallProblems } from "@/lib/server/repositories/call-problems";

/** Writes down the causes of a call's problems, so that calls with the same cause are found together. With every judgement. */
export async function keepProblems(db: Database, callId: string, problems: readonly Problem[]): Promise<void> {
  await replaceCallProblems(db, callId, problems.flatMap((problem) => causeOf(problem) ?? []));
}

/** The same for a call that was just made; the calls of one chunk share what is known of causes. */
export async function keepFirstProblems(db: Database, callId: string, problems: readonly Problem[], known: Map<string, number>): Promise<void> {
  await insertCallProblems(db, callId, problems.flatMap((problem) => causeOf(problem) ?? []), known);
}
