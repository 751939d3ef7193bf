"use client";

import { RotateCcw } from "lucide-react";
import { formatPlural } from "@/lib/core/format/count";
import type { Answers } from "@/lib/core/shapes/answers";
import type { InspectedSource } from "@/lib/intake/inspected-source";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { useBucketBoard } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { ReportView } from "./report/report-view";

export interface InspectionProps {
  readonly report: IntakeReport;
  readonly answers: Answers;
  /** An answer was given and the sources are read again. */
  readonly isRereading: boolean;
  readonly onAnswer: ((id: string, value: string) => void) | null;
  readonly onKeep: () => void;
  readonly onStartOver: () => void;
}

/** What is in the sources and what is wrong with it, with nothing kept yet. */
export function Inspection({ report, answers, isRereading, onAnswer, onKeep, onStartOver }: InspectionProps) {
  const total = report.recordCount;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-70">
          <h1 className="text-lead">{report.questions.length > 0 || report.unknown.length > 0 ? "Before it is taken in" : "Looked at, not kept"}</h1>
          <p className="text-body text-ink-2">This is in this tab alone. Nothing was saved, and nothing was sent.</p>
        </div>
        <Button variant="quiet" onPress={onStartOver} icon={<RotateCcw aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          Start over
        </Button>
        {total === 0 ? null : (
          <Button variant="primary" onPress={onKeep} isPending={isRereading}>
            {total === 1 ? "Take in" : `Take in ${formatPlural(total, "call")}`}
          </Button>
        )}
      </header>
      <InspectedSources report={report} answers={answers} onAnswer={onAnswer} />
    </div>
  );
}

/** Everything that was found, with what only a person can tell. */
export function InspectedSources({ report, answers, onAnswer }: Pick<InspectionProps, "report" | "answers" | "onAnswer">) {
  const board = useBucketBoard();
  const agents = (board.data?.agents ?? []).flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
  return <ReportView report={report} given={answers} agents={agents} onAnswer={onAnswer} />;
}

/** Sources of which nothing can be taken in, each with its reason. */
export function FailedSources({ sources }: { readonly sources: readonly InspectedSource[] }) {
  return (
    <Panel title={`${formatPlural(sources.length, "file")} cannot be read`} label="Files that cannot be read" flush>
      <ul>
        {sources.map(({ name, failure }, place) => (
          <li key={`${place} ${name}`} className="border-b border-line px-4 py-2 text-small break-words text-ink-2 last:border-b-0">
            {failure?.message}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
