import type { IntakeReport } from "./intake-report";

/** A list of objects: in a record that nobody knows a person can point at its turns. */
const HOLDS_LIST = /\[\s*\{/;

/**
 * Whether an intake stops at its verdict before it is kept: something in it cannot be read, or a question would change what becomes of
 * it. Who the agent is can be said of a single call as well where it is edited; of many it is asked once.
 */
export function needsDecision({ recordCount, failedCount, unreadableCount, questions, unknown }: IntakeReport): boolean {
  if (recordCount === 0 || failedCount > 0 || unreadableCount > 0) return true;
  if (unknown.some(({ text }) => text !== null && HOLDS_LIST.test(text))) return true;
  return questions.some(({ question }) => recordCount > 1 || question.kind !== "agent");
}
