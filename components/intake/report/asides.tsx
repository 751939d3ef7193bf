"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { Panel } from "@/components/ui/panel";

const SHOWN = 20;

/** What is not taken in, and what a person should know of how the rest was read. Nothing is left out without a word. */
export function Asides({ report }: { readonly report: IntakeReport }) {
  const { unreadable, unreadableCount, duplicates, asides } = report;
  const many = report.sourceCount > 1;
  return (
    <>
      {unreadableCount === 0 ? null : (
        <Panel title={`${formatPlural(unreadableCount, "record")} cannot be read`} note="They are left out; the others are taken in" label="Records that cannot be read" flush>
          <ul className="max-h-80 overflow-auto">
            {unreadable.slice(0, SHOWN).map(({ source, path, message }, place) => (
              <li key={`${place} ${source} ${path}`} className="border-b border-line px-4 py-2 text-small break-words text-ink-2 last:border-b-0">
                <span className="text-code text-ink">
                  <bdi>{many ? `${source}, ${path}` : path}</bdi>
                </span>{" "}
                {message}
              </li>
            ))}
            {unreadableCount > Math.min(SHOWN, unreadable.length) ? <li className="px-4 py-2 text-small text-ink-3">{formatPlural(unreadableCount - Math.min(SHOWN, unreadable.length), "more record")} of this kind</li> : null}
          </ul>
        </Panel>
      )}
      {duplicates.ids === 0 ? null : (
        <Panel title={`${formatPlural(duplicates.ids, "id")} more than once`} note="The later call overwrites the earlier one in Zelto; both are kept here" label="Ids that occur more than once" flush>
          <ul>
            {duplicates.first.slice(0, SHOWN).map(({ externalId, count, places }) => (
              <li key={externalId} className="flex flex-wrap items-baseline gap-x-4 border-b border-line px-4 py-2 text-small text-ink-2 last:border-b-0">
                <span className="text-code break-all text-ink">
                  <bdi>{externalId}</bdi>
                </span>
                <span>{formatCount(count)} times</span>
                <span className="text-ink-3">
                  <bdi>{places.join(" and ")}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {asides.length === 0 ? null : (
        <ul aria-label="Notes" className="rounded-panel border border-line bg-sunken px-4 py-2 text-small text-ink-2">
          {asides.map((aside) => (
            <li key={aside}>{aside}</li>
          ))}
        </ul>
      )}
    </>
  );
}
