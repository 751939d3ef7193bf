"use client";

import { useState } from "react";
import type { Question } from "@/lib/core/shapes/question";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { timeZoneOptions } from "./time-zones";

export interface AnswerFieldProps {
  readonly question: Question;
  readonly value: string | null;
  readonly agents: readonly string[];
  readonly onAnswer: (value: string) => void;
}

/** Up to here all choices stand side by side; more are a list. */
const SHOWN_CHOICES = 6;

/** Where a question is answered: a few choices, a list of many, or any text with known ones on offer. */
export function AnswerField({ question, value, agents, onAnswer }: AnswerFieldProps) {
  const { choices, prompt, kind } = question;
  if (kind === "time-zone") return <TextAnswer question={question} value={value} options={timeZoneOptions()} onAnswer={onAnswer} />;
  if (choices.length === 0) return <TextAnswer question={question} value={value} options={agents.map((agent) => ({ id: agent, label: agent }))} onAnswer={onAnswer} />;
  const options = choices.map(({ value: id, label, detail }) => ({ id, label, ...(detail === undefined ? {} : { detail }) }));
  if (options.length > SHOWN_CHOICES) return <Select label={prompt} labelHidden options={options} value={value} onChange={onAnswer} />;
  return <RadioGroup label={prompt} labelHidden options={options} value={value} onChange={onAnswer} />;
}

interface TextAnswerProps extends Pick<AnswerFieldProps, "question" | "value" | "onAnswer"> {
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** A text is taken when it is said so, not with each key: taking it reads the sources again. */
function TextAnswer({ question, value, options, onAnswer }: TextAnswerProps) {
  const [text, setText] = useState(value ?? "");
  const isNew = text.trim() !== "" && text.trim() !== value;
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) onAnswer(text.trim());
      }}
    >
      <ComboBox label={LABELS[question.kind] ?? question.prompt} options={options} text={text} onTextChange={setText} onChoose={onAnswer} mono className="min-w-0 flex-1" />
      <Button type="submit" isDisabled={!isNew}>
        Use for all
      </Button>
    </form>
  );
}

const LABELS: Partial<Record<Question["kind"], string>> = { agent: "Agent external ID", "time-zone": "Time zone" };
