/**
 * What a person has said about how sources are to be read: one set for all records of an intake, by the id of the question
 * (`Question.id`). It travels with the batch, so that the same record read again gives the same call. Known keys beside
 * questions' own ids: `option:retell-transitions` = "keep", `option:merge-pieces` = "off", `columns:<fingerprint>` and
 * `template:<fingerprint>` (JSON texts that the mapper reads).
 */
export type Answers = Readonly<Record<string, string>>;

export const NO_ANSWERS: Answers = {};

/** Answers are data from outside: a key such as `__proto__` must not reach into the object. */
export function answerTo(answers: Answers, id: string): string | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}
