"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { IntakeReport, ProblemSum } from "@/lib/intake/intake-report";
import { LevelMark } from "@/components/marks/level-mark";
import { Panel } from "@/components/ui/panel";

/** Ours: more causes than anybody mends before taking in; the batch lists them all. */
const SHOWN = 12;

/** What is wrong, by its cause, with how many records it is in and where it was met first. */
export function ProblemSums({ report }: { readonly report: IntakeReport }) {
  const { problems, attention, recordCount } = report;
  if (problems.length === 0) return null;
  return (
    <Panel
      title="Problems"
      note={`${formatPlural(problems.length, "cause")}; ${attention === 0 ? "none needs a look before sending" : `${formatCount(attention)} of ${formatPlural(recordCount, "call")} need${attention === 1 ? "s" : ""} a look`}`}
      label="Problems by cause"
      flush
    >
      <ul>
        {problems.slice(0, SHOWN).map((sum) => (
          <Cause key={`${sum.code} ${sum.pattern}`} sum={sum} isMany={recordCount > 1} />
        ))}
        {problems.length > SHOWN ? <li className="px-4 py-2 text-small text-ink-3">{formatPlural(problems.length - SHOWN, "more cause")}; the batch lists them all.</li> : null}
      </ul>
    </Panel>
  );
}

function Cause({ sum, isMany }: { readonly sum: ProblemSum; readonly isMany: boolean }) {
  const { level, title, why, pattern, records, example } = sum;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0">
      <LevelMark level={level} className="w-28 max-md:w-full" />
      <div className="min-w-0 flex-1 basis-70">
        <p className="text-body text-ink">
          {title} {pattern === "" ? null : <span className="text-code break-all text-ink-3">{pattern}</span>}
        </p>
        <p className="text-small text-ink-2">{why}</p>
      </div>
      {isMany ? (
        <p className="text-right text-small text-ink-2 tabular-nums">
          {formatPlural(records, "call")}
          <span className="block text-ink-3">
            first: <bdi>{example.externalId ?? (example.path === "" ? example.source : example.path)}</bdi>
          </span>
        </p>
      ) : null}
    </li>
  );
}
