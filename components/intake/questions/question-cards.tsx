"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import { Panel } from "@/components/ui/panel";
import type { Answers } from "@/lib/core/shapes/answers";
import type { AskedQuestion } from "@/lib/intake/intake-report";
import { QuestionCard } from "./question-card";
import { useSeenQuestions } from "./use-seen-questions";

export interface QuestionCardsProps {
  readonly asked: readonly AskedQuestion[];
  readonly given: Answers;
  /** External ids of the agents that Zelto is known to have. */
  readonly agents: readonly string[];
  readonly onAnswer: (id: string, value: string) => void;
}

/** What only a person can tell, each asked once for all records alike; a card says what is assumed until it is answered. */
export function QuestionCards({ asked, given, agents, onAnswer }: QuestionCardsProps) {
  const all = useSeenQuestions(asked);
  const shown = all.filter(({ question }) => Object.hasOwn(given, question.id) || asked.some((one) => one.question.id === question.id));
  if (shown.length === 0) return null;
  const answered = shown.filter(({ question }) => Object.hasOwn(given, question.id)).length;
  return (
    <Panel
      title={formatPlural(shown.length, "question")}
      note={answered === 0 ? "Asked once, for all records alike. What you leave is assumed, and marked as a guess." : `${formatCount(answered)} of ${formatCount(shown.length)} answered`}
      label="Questions"
      flush
    >
      <ul>
        {shown.map((one) => (
          <QuestionCard key={one.question.id} asked={one} given={given} agents={agents} onAnswer={(value) => onAnswer(one.question.id, value)} />
        ))}
      </ul>
    </Panel>
  );
}
