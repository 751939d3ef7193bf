"use client";

import { RotateCcw } from "lucide-react";
import { formatPlural } from "@/lib/core/format/count";
import type { InspectedSource } from "@/lib/intake/inspected-source";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { InspectedCall } from "./inspected-call";

export interface InspectionProps {
  readonly report: IntakeReport;
  readonly onKeep: () => void;
  readonly onStartOver: () => void;
}

/** More than this is read better once it is kept, in a batch. */
const SHOWN_RECORDS = 100;

/** What is in the sources and what is wrong with it, with nothing kept yet. */
export function Inspection({ report, onKeep, onStartOver }: InspectionProps) {
  const total = report.recordCount;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-70">
          <h1 className="text-lead">Looked at, not kept</h1>
          <p className="text-body text-ink-2">This is in this tab alone. Nothing was saved, and nothing was sent.</p>
        </div>
        <Button variant="quiet" onPress={onStartOver} icon={<RotateCcw aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          Start over
        </Button>
        {total === 0 ? null : (
          <Button variant="primary" onPress={onKeep}>
            {total === 1 ? "Take in" : `Take in ${formatPlural(total, "call")}`}
          </Button>
        )}
      </header>
      <InspectedSources report={report} />
    </div>
  );
}

/** What is in each source; first those that cannot be read. */
export function InspectedSources({ report }: { readonly report: IntakeReport }) {
  return (
    <>
      {report.failures.length === 0 ? null : <FailedSources sources={report.failures} />}
      {report.sources.map((source, place) => (source.failure === null ? <SourcePanel key={`${place} ${source.sha256}`} source={source} /> : null))}
    </>
  );
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

function SourcePanel({ source }: { readonly source: InspectedSource }) {
  const { name, records, recordCount, unreadable, notes } = source;
  const asides = [...notes, ...unreadable.map(({ message }) => message)];
  const shown = records.slice(0, SHOWN_RECORDS);
  return (
    <Panel title={name} note={formatPlural(recordCount, "call")} label={name} flush>
      {asides.length === 0 ? null : (
        <ul className="border-b border-line bg-sunken px-4 py-2 text-small text-ink-2">
          {asides.slice(0, 20).map((aside) => (
            <li key={aside}>{aside}</li>
          ))}
          {asides.length > 20 ? <li>{asides.length - 20} more of this kind</li> : null}
        </ul>
      )}
      <ul>
        {shown.map((record) => (
          <InspectedCall key={record.index} record={record} />
        ))}
      </ul>
      {recordCount > shown.length ? <p className="px-4 py-2 text-small text-ink-3">{formatPlural(recordCount - shown.length, "more call")}; take them in to see all.</p> : null}
    </Panel>
  );
}
