"use client";

import { WandSparkles } from "lucide-react";
import type { ProblemGroup, ProblemGroups } from "@/lib/contracts/grid";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { LevelMark } from "@/components/marks/level-mark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { SkeletonRows } from "@/components/ui/skeleton";

export interface ProblemsPanelProps {
  readonly groups: ProblemGroups | undefined;
  /** Why the groups could not be read. */
  readonly failure: string | null;
  /** The cause to which the grid is narrowed. */
  readonly chosen: string | undefined;
  readonly onShow: (cause: string | undefined) => void;
  readonly onFix: (group: ProblemGroup) => void;
  readonly isFixing: boolean;
}

/** Problems of all calls, grouped by cause: how bad, how many, why, and one press for all of them. */
export function ProblemsPanel(props: ProblemsPanelProps) {
  const { groups, failure } = props;
  return (
    <>
      {failure === null ? null : (
        <p role="alert" className="p-4 text-small text-blocks">
          {failure}
        </p>
      )}
      {groups === undefined && failure === null ? <SkeletonRows rows={6} label="The problems are on their way" /> : null}
      {groups === undefined ? null : <p className="border-b border-line px-4 py-2 text-small text-ink-2">{sumWords(groups)}</p>}
      <ul aria-label="Causes">
        {groups?.groups.map((group) => (
          <Cause key={group.cause} group={group} panel={props} />
        ))}
      </ul>
      {groups === undefined || groups.more === 0 ? null : <p className="px-4 py-3 text-small text-ink-3">And {formatPlural(groups.more, "cause")} more, which concern fewer calls.</p>}
    </>
  );
}

function Cause({ group, panel }: { readonly group: ProblemGroup; readonly panel: ProblemsPanelProps }) {
  const { cause, level, title, why, pattern, calls, fix } = group;
  const isShown = panel.chosen === cause;
  return (
    <li className={cx("border-b border-line px-4 py-3", isShown && "bg-selected shadow-[inset_2px_0_0_var(--accent-text)]")}>
      <p className="flex items-center gap-2">
        <LevelMark level={level} />
        <span className="ml-auto text-small text-ink-2">{formatPlural(calls, "call")}</span>
      </p>
      <h2 className="mt-1 text-body font-medium break-words text-ink">{title}</h2>
      <p className="text-small break-words text-ink-2">{why}</p>
      {pattern === "" ? null : <p className="text-code mt-0.5 truncate text-ink-3" title={pattern}>{pattern}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-1">
        {fix === null ? null : (
          <Button size="small" className="max-w-full" isPending={panel.isFixing} onPress={() => panel.onFix(group)} icon={<WandSparkles aria-hidden className="size-3.25" strokeWidth={2.2} />}>
            <span className="truncate">{fixWords(fix.label, calls)}</span>
          </Button>
        )}
        <Button variant="quiet" size="small" className={fix === null ? "-ml-2" : ""} aria-pressed={isShown} aria-label={isShown ? `Show all calls again` : `Show the calls: ${title}`} onPress={() => panel.onShow(isShown ? undefined : cause)}>
          {isShown ? "Show all" : "Show"}
        </Button>
      </div>
    </li>
  );
}

/** "Rename it in all 38"; a lone one keeps the fix's own words. */
function fixWords(label: string, calls: number): string {
  return calls === 1 ? label : `${label}, in all ${formatCount(calls)}`;
}

function sumWords({ groups, more, calls }: ProblemGroups): string {
  const causes = groups.length + more;
  return causes === 0 ? "No problem is known in these calls. What Zelto says to them is seen once they are sent." : `${formatPlural(causes, "cause")} in ${formatPlural(calls, "call")}`;
}
