import type { Question } from "@/lib/core/shapes/question";

/** A question with how many records of the intake wait for it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly records: number;
}

/** Answers a person is giving: what is not in here stands at the proposal. */
export type GivenAnswers = Readonly<Record<string, string>>;

/** What holds for a question now: the answer, else what is assumed meanwhile. */
export function currentAnswer({ question }: AskedQuestion, given: GivenAnswers): string | null {
  return Object.hasOwn(given, question.id) ? (given[question.id] ?? null) : question.proposed;
}

/** How many questions have neither an answer nor a proposal. */
export function openQuestions(asked: readonly AskedQuestion[], given: GivenAnswers): number {
  return asked.filter((one) => currentAnswer(one, given) === null).length;
}
