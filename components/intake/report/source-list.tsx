"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { Panel } from "@/components/ui/panel";

/** Ours: past so many files a list is scrolled and not read; the sums above it are of all. */
const SHOWN = 200;

/** What was recognised, and in which files; files of which nothing can be taken in stand first, each with its reason. */
export function SourceList({ report }: { readonly report: IntakeReport }) {
  const { shapes, sources, failures, sourceCount, failedCount, recordCount } = report;
  const readable = sources.filter(({ failure }) => failure === null).slice(0, SHOWN);
  const hidden = sourceCount - readable.length - failures.length;
  return (
    <Panel title="What it is" note={formatPlural(recordCount, "call")} label="What it is" flush>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0">
        {shapes.map(({ shape, count }) => (
          <li key={shape} className="text-body text-ink">
            {SHAPE_NAMES[shape].name} <span className="text-ink-3 tabular-nums">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      {sourceCount === 1 && failedCount === 0 ? null : (
        <ul className="max-h-80 overflow-auto">
          {failures.map(({ name, failure }, place) => (
            <li key={`${place} ${name}`} className="border-b border-line px-4 py-1.5 text-small break-words text-blocks last:border-b-0">
              {failure?.message}
            </li>
          ))}
          {readable.map(({ name, recordCount: calls, unreadableCount, notes }, place) => (
            <li key={`${place} ${name}`} className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-1.5 text-small last:border-b-0">
              <span className="min-w-0 flex-1 basis-60 text-code break-all text-ink">
                <bdi>{name}</bdi>
              </span>
              {notes.length === 0 ? null : <span className="text-ink-3">{notes[0]}</span>}
              <span className="text-ink-2 tabular-nums">
                {formatPlural(calls, "call")}
                {unreadableCount === 0 ? "" : `, ${formatCount(unreadableCount)} cannot be read`}
              </span>
            </li>
          ))}
          {hidden > 0 ? <li className="px-4 py-1.5 text-small text-ink-3">{formatPlural(hidden, "more file")}</li> : null}
        </ul>
      )}
    </Panel>
  );
}
