"use client";

import { useEffect, useState } from "react";
import { formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import type { InspectedRecord } from "@/lib/intake/inspected-source";
import { RoleRibbon } from "@/components/marks/role-ribbon";
import { LevelGlyph } from "@/components/marks/level-mark";
import { Panel } from "@/components/ui/panel";

/** What a repaired text turns out to hold. */
export interface RepairOutcomeView {
  readonly records: number;
  /** The first of them, or the only one. */
  readonly first: InspectedRecord;
  /** Its shape as a list shows it. */
  readonly shapeName: string;
}

export interface RepairOutcomeProps {
  readonly text: string;
  /** Reads the repaired text without keeping it; null where nothing is found in it. */
  readonly look: (text: string) => Promise<RepairOutcomeView | null>;
}

/** What the repaired text would become: shape, agent, turns, and what would then be wrong with it. */
export function RepairOutcome({ text, look }: RepairOutcomeProps) {
  const [seen, setSeen] = useState<{ readonly text: string; readonly view: RepairOutcomeView | null } | null>(null);
  // The look is the worker's work; an answer for an older text is nobody's.
  useEffect(() => {
    let isCurrent = true;
    void look(text).then(
      (view) => {
        if (isCurrent) setSeen({ text, view });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [text, look]);
  const view = seen?.text === text ? seen.view : null;
  return (
    <Panel title="What it would become" label="What it would become">
      {view === null ? <p className="text-small text-ink-3">{seen?.text === text ? "Nothing that Intake recognises as a call." : "Reading…"}</p> : <Facts view={view} />}
    </Panel>
  );
}

function Facts({ view }: { readonly view: RepairOutcomeView }) {
  const { records, first, shapeName } = view;
  const { summary, problems } = first;
  const [worst] = problems;
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-2 text-small">
      <dt className="text-ink-3">Shape</dt>
      <dd className="text-ink">
        {shapeName}, {formatPlural(records, "call")}
      </dd>
      <dt className="text-ink-3">Agent</dt>
      <dd className="text-code break-all text-ink">{summary.agentExternalId ?? summary.agentId ?? "none named"}</dd>
      <dt className="text-ink-3">Turns</dt>
      <dd className="flex flex-wrap items-center gap-2 text-ink">
        <RoleRibbon segments={summary.ribbon} /> {formatPlural(summary.turnCount, "turn")}
        {summary.durationSeconds === null ? ", no times" : `, ${formatDuration(summary.durationSeconds)}`}
      </dd>
      <dt className="text-ink-3">Then</dt>
      <dd className="flex items-start gap-1.5 text-ink">
        {worst === undefined ? (
          "No problem found"
        ) : (
          <>
            <LevelGlyph level={worst.level} /> {worst.title}
            {problems.length > 1 ? ` and ${formatPlural(problems.length - 1, "more problem")}` : ""}
          </>
        )}
      </dd>
    </dl>
  );
}
