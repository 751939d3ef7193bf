"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { Answers } from "@/lib/core/shapes/answers";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { Panel } from "@/components/ui/panel";
import { InspectedCall } from "../inspected-call";
import { QuestionCards } from "../questions/question-cards";
import { Asides } from "./asides";
import { ProblemSums } from "./problem-sums";
import { ReceiptSums } from "./receipt-sums";
import { SourceList } from "./source-list";
import { UnknownShapes } from "./unknown-shapes";

export interface ReportViewProps {
  readonly report: IntakeReport;
  /** Answers given in this intake. */
  readonly given: Answers;
  /** External ids of known agents. */
  readonly agents: readonly string[];
  /** Null where it is too late for answers: a part is stored already. */
  readonly onAnswer: ((id: string, value: string) => void) | null;
}

/** Ours: enough to see what the calls are; all of them stand in the batch once it is kept. */
const SHOWN_CALLS = 20;

/** Everything that was found: first what only a person can tell, then what is wrong, what becomes of it, and the calls. */
export function ReportView({ report, given, agents, onAnswer }: ReportViewProps) {
  const records = report.sources.flatMap((source) => source.records);
  return (
    <>
      {onAnswer === null ? null : (
        <>
          <QuestionCards asked={report.questions} given={given} agents={agents} onAnswer={onAnswer} />
          <UnknownShapes report={report} given={given} onAnswer={onAnswer} />
        </>
      )}
      <SourceList report={report} />
      <ProblemSums report={report} />
      <Asides report={report} />
      <ReceiptSums report={report} />
      {records.length === 0 ? null : (
        <Panel
          title={report.recordCount === 1 ? "The call" : "Calls"}
          note={report.recordCount > SHOWN_CALLS ? `The first ${formatCount(SHOWN_CALLS)} of ${formatPlural(report.recordCount, "call")}` : undefined}
          label="Calls found"
          flush
        >
          <ul>
            {records.slice(0, SHOWN_CALLS).map((record) => (
              <InspectedCall key={record.index} record={record} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
