"use client";

import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { Panel } from "@/components/ui/panel";

const SHOWN = 40;
const KINDS = { carried: "Carried", changed: "Changed", dropped: "Left out" } as const;

/** What becomes of every leaf of the sources: carried, changed or left out; nothing else exists. */
export function ReceiptSums({ report }: { readonly report: IntakeReport }) {
  const { carried, changed, dropped } = report.receipt;
  const groups = report.receiptGroups.filter(({ kind }) => kind !== "carried");
  if (changed + dropped === 0) return null;
  return (
    <Panel title="Receipt" note={`${formatCount(carried)} carried, ${formatCount(changed)} changed, ${formatCount(dropped)} left out: ${formatCount(carried + changed + dropped)} values in all`} label="Receipt" flush>
      <ul className="max-h-96 overflow-auto">
        {groups.slice(0, SHOWN).map(({ kind, from, to, reason, leaves, calls }) => (
          <li key={`${kind} ${from} ${to} ${reason}`} className="grid grid-cols-[5rem_minmax(0,1fr)_minmax(0,1.4fr)_6rem] items-baseline gap-x-4 border-b border-line px-4 py-1.5 text-small last:border-b-0 max-md:grid-cols-1">
            <span className="text-ink-3">{KINDS[kind]}</span>
            <span className="text-code break-all text-ink">
              {from}
              {to === "" ? null : <span className="text-ink-3"> → {to}</span>}
            </span>
            <span className="text-ink-2">{reason}</span>
            <span className="text-right text-ink-3 tabular-nums" title={formatPlural(calls, "call")}>
              {formatCount(leaves)}
            </span>
          </li>
        ))}
        {groups.length > SHOWN ? <li className="px-4 py-2 text-small text-ink-3">{formatPlural(groups.length - SHOWN, "more way")}; each call&apos;s own receipt lists every value.</li> : null}
      </ul>
    </Panel>
  );
}
