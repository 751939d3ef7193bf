"use client";

import { useEffect, useState } from "react";
import type { Answers } from "@/lib/core/shapes/answers";
import type { TableDescription } from "@/lib/core/shapes/text/table/describe-table";
import type { AskedQuestion } from "@/lib/intake/intake-report";
import { ColumnMapper } from "./column-mapper";

export interface ColumnsAnswerProps {
  readonly asked: AskedQuestion;
  readonly given: Answers;
  readonly onAnswer: (value: string) => void;
}

/** Which column holds what, asked with the first rows of the very table. Its reader is loaded only here. */
export function ColumnsAnswer({ asked, given, onAnswer }: ColumnsAnswerProps) {
  const [table, setTable] = useState<TableDescription | null>(null);
  const { text } = asked.example;
  useEffect(() => {
    let isCurrent = true;
    if (text !== null) {
      void import("@/lib/core/shapes/text/table/describe-table").then(
        ({ describeTable }) => {
          if (isCurrent) setTable(describeTable(text, given));
        },
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [text, given]);
  if (text === null) return <p className="text-small text-ink-2">This table is too long to be shown here. Split it, or name its columns in its first line.</p>;
  return table === null ? <p className="text-small text-ink-3">Reading the table…</p> : <ColumnMapper key={table.questionId} table={table} onAnswer={onAnswer} />;
}
