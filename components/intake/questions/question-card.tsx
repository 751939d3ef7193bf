"use client";

import { Check } from "lucide-react";
import { formatPlural } from "@/lib/core/format/count";
import type { Answers } from "@/lib/core/shapes/answers";
import type { AskedQuestion } from "@/lib/intake/intake-report";
import { cx } from "@/components/ui/cx";
import { AnswerField } from "./answer-field";
import { ColumnsAnswer } from "./columns-answer";
import { currentAnswer } from "./asked-question";

export interface QuestionCardProps {
  readonly asked: AskedQuestion;
  readonly given: Answers;
  readonly agents: readonly string[];
  readonly onAnswer: (value: string) => void;
}

/** One question with a live example beside its answers. */
export function QuestionCard({ asked, given, agents, onAnswer }: QuestionCardProps) {
  const { question, records } = asked;
  const isAnswered = Object.hasOwn(given, question.id);
  const isWide = question.kind === "columns";
  return (
    <li className={cx("grid gap-x-6 gap-y-3 border-b border-line px-4 py-4 last:border-b-0 max-lg:grid-cols-1", isWide ? "grid-cols-1" : "grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]")}>
      <div className="min-w-0">
        <h3 className="flex items-center gap-1.5 text-read font-semibold text-ink">
          {question.prompt}
          {isAnswered ? <Check aria-label="answered" className="size-3.5 text-ink-2" strokeWidth={2.2} /> : null}
        </h3>
        <p className="mt-0.5 text-small text-ink-2">
          {question.why} {records === 1 ? "For this record." : `For all ${formatPlural(records, "record")} alike.`}
        </p>
        <div className="mt-3">
          {isWide ? (
            <ColumnsAnswer asked={asked} given={given} onAnswer={onAnswer} />
          ) : (
            <AnswerField question={question} value={currentAnswer(asked, given)} agents={agents} onAnswer={onAnswer} />
          )}
        </div>
      </div>
      {isWide ? null : <Example lines={question.example} />}
    </li>
  );
}

function Example({ lines }: { readonly lines: AskedQuestion["question"]["example"] }) {
  if (lines.length === 0) return null;
  return (
    <dl aria-label="Example" className="h-fit min-w-0 rounded-field border border-line bg-sunken px-3 py-2">
      {lines.map(({ label, text }, place) => (
        <div key={`${place} ${label}`} className="flex gap-3 py-0.5">
          {label === "" ? null : (
            <dt className="w-28 shrink-0 truncate text-code text-ink-3" title={label}>
              <bdi>{label}</bdi>
            </dt>
          )}
          <dd className="min-w-0 text-small break-words text-ink">
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
