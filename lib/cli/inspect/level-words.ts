import type { ProblemLevel } from "@/lib/core/problems/problem";

/** The levels as the screens name them. */
export const LEVEL_WORDS: Readonly<Record<ProblemLevel, string>> = { blocks: "Will be refused", loses: "Will be lost", odd: "Unusual" };
