"use client";

import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";
import type { ChangeEvent } from "react";
import { formatPlural } from "@/lib/core/format/count";
import { readAnswersFile, writeAnswersFile } from "@/lib/intake/answers-file";
import { useAnswerMemory, useRememberedAnswers } from "@/lib/queries/intake-memory";
import { ApiFailure } from "@/lib/queries/request";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time-text";
import { saveTextFile } from "./save-text-file";

/** What was taught about sources: it is used for the next ones like them, can be forgotten, and taken to another Intake. */
export function TaughtPanel() {
  const remembered = useRememberedAnswers();
  const { forget, bring } = useAnswerMemory();
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const answers = remembered.data?.answers ?? [];
  const attempt = async (act: () => Promise<string>) => {
    try {
      setSaid(await act());
    } catch (error) {
      setSaid(error instanceof ApiFailure ? error.problem.detail : "That did not work. Nothing was changed.");
    }
  };
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    target.value = "";
    if (chosen === undefined) return;
    void attempt(async () => {
      const read = readAnswersFile(await chosen.text());
      if (!read.ok) return read.error;
      await bring(read.value);
      return `${formatPlural(Object.keys(read.value).length, "answer")} taken in.`;
    });
  };
  return (
    <Panel
      title="Taught"
      note={answers.length === 0 ? "Columns, lists and shapes that you point out are remembered here" : formatPlural(answers.length, "answer")}
      label="Taught"
      flush
      actions={
        <>
          <input ref={file} type="file" tabIndex={-1} aria-hidden className="hidden" onChange={take} />
          <Button size="small" onPress={() => file.current?.click()} icon={<Upload aria-hidden className="size-3.5" strokeWidth={2.2} />}>
            Import
          </Button>
          <Button
            size="small"
            isDisabled={answers.length === 0}
            onPress={() => saveTextFile("intake-answers.json", writeAnswersFile(Object.fromEntries(answers.map(({ key, value }) => [key, value]))))}
            icon={<Download aria-hidden className="size-3.5" strokeWidth={2.2} />}
          >
            Export
          </Button>
        </>
      }
    >
      <ul>
        {answers.map(({ key, at }) => (
          <li key={key} className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2 last:border-b-0">
            <span className="text-body text-ink">{kindOf(key)}</span>
            <span className="min-w-0 flex-1 truncate text-code text-ink-3">{key.slice(key.indexOf(":") + 1)}</span>
            <TimeText at={at} />
            <Button size="small" variant="quiet" onPress={() => void attempt(async () => ((await forget(key)) === 0 ? "It was forgotten already." : "Forgotten. Calls that were taken in stay as they are."))}>
              Forget
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className={said === "" ? "sr-only" : "border-t border-line px-4 py-2 text-small text-ink-2"}>
        {said}
      </p>
    </Panel>
  );
}

function kindOf(key: string): string {
  if (key.startsWith("columns:")) return "Columns of a table";
  if (key.startsWith("template:")) return "Turns of a shape";
  return "Choice between shapes";
}
