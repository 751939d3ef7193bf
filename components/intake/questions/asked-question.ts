import type { Answers } from "@/lib/core/shapes/answers";
import type { AskedQuestion } from "@/lib/intake/intake-report";

/** What holds for a question now: the answer, else what is assumed meanwhile. */
export function currentAnswer({ question }: Pick<AskedQuestion, "question">, given: Answers): string | null {
  return Object.hasOwn(given, question.id) ? (given[question.id] ?? null) : question.proposed;
}
