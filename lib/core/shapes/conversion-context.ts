import { answerTo, type Answers } from "./answers";
import type { Question } from "./question";
import { ReceiptBuilder } from "./receipt/receipt-builder";
import type { Remark } from "./remark";

/** Ours: what is kept of one record; a thousandth remark of a kind helps nobody. */
const MAX_REMARKS = 200;

/** What a converter works with beside its source: the answers given, the receipt, and where it leaves its questions and remarks. */
export class ConversionContext {
  readonly answers: Answers;
  readonly receipt = new ReceiptBuilder();
  private readonly asked = new Map<string, Question>();
  private readonly said: Remark[] = [];

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** The answer to a question, or undefined; the question is left for a person where there is none. */
  ask(question: Question): string | undefined {
    const answer = answerTo(this.answers, question.id);
    if (answer === undefined) this.asked.set(question.id, question);
    return answer;
  }

  /** An answer or option by its id, without asking. */
  option(id: string): string | undefined {
    return answerTo(this.answers, id);
  }

  remark(remark: Remark): void {
    if (this.said.length < MAX_REMARKS) this.said.push(remark);
  }

  get questions(): readonly Question[] {
    return [...this.asked.values()];
  }

  get remarks(): readonly Remark[] {
    return this.said;
  }
}
