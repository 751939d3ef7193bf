import type { Question, QuestionChoice } from "@/lib/core/shapes/question";
import type { AskedQuestion, ExampleRecord } from "@/lib/intake/intake-report";
import { detached } from "./detach";

/** Of `Question`: more choices are typed, not chosen. */
const MAX_CHOICES = 50;
/** Ours: a hundred cards are no questions any more; what is left over is assumed and marked as a guess. */
const MAX_QUESTIONS = 100;

/** The questions of all records, equal ids as one, in the order in which they were first asked. */
export class QuestionBook {
  private readonly asked = new Map<string, AskedQuestion>();

  /** Adds what one record asks; its text is kept only where it is the first to ask. */
  add(questions: readonly Question[], example: () => ExampleRecord): void {
    for (const question of questions) this.merge({ question, records: 1, example: EMPTY }, example);
  }

  addAll(other: QuestionBook): void {
    for (const one of other.asked.values()) this.merge(one, () => one.example);
  }

  get questions(): readonly AskedQuestion[] {
    return [...this.asked.values()];
  }

  private merge(one: AskedQuestion, example: () => ExampleRecord): void {
    const { id, choices } = one.question;
    const known = this.asked.get(id);
    if (known) {
      const question = { ...known.question, choices: mergeChoices(known.question.choices, choices) };
      this.asked.set(id, { ...known, question, records: known.records + one.records });
    } else if (this.asked.size < MAX_QUESTIONS) this.asked.set(id, detached({ ...one, example: example() }));
  }
}

const EMPTY: ExampleRecord = { source: "", path: "", text: null };

function mergeChoices(known: readonly QuestionChoice[], further: readonly QuestionChoice[]): readonly QuestionChoice[] {
  const values = new Set(known.map(({ value }) => value));
  const added = further.filter(({ value }) => !values.has(value));
  return added.length === 0 ? known : detached([...known, ...added].slice(0, MAX_CHOICES));
}
