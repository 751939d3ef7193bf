"use client";

import { Wand2 } from "lucide-react";
import type { Problem } from "@/lib/core/problems/problem";
import { formatPath } from "@/lib/core/text/json-path";
import { LevelMark } from "@/components/marks/level-mark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useEditor } from "../editor-context";
import { commitFix } from "../problem-fix";

export interface ProblemRowProps {
  readonly problem: Problem;
  /** From 1; null for what has no line of its own. */
  readonly line: number | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One problem: level, what, why, where, and the way to mend it. */
export function ProblemRow({ problem, line, isChosen, onChoose }: ProblemRowProps) {
  const { store } = useEditor();
  const path = formatPath(problem.path);
  return (
    <li className={cx("border-b border-line", isChosen && "bg-selected shadow-[inset_2px_0_0_var(--accent-text)]")}>
      <button type="button" aria-pressed={isChosen} onClick={onChoose} className={cx("focus-inset block w-full px-4 pt-3 text-left", problem.fixes.length === 0 && "pb-3", !isChosen && "hover:bg-hover")}>
        <LevelMark level={problem.level} />
        <span className="mt-0.5 block text-body font-medium text-ink">{problem.title}</span>
        <span className="block text-small text-ink-2">{problem.why}</span>
        {path === "" && line === null ? null : (
          <span className="mt-1 flex justify-between gap-2 text-code text-ink-3">
            <span className="min-w-0 break-all">{path}</span>
            {line === null ? null : <span className="shrink-0">line {line}</span>}
          </span>
        )}
      </button>
      {problem.fixes.length === 0 ? null : (
        <div className="flex flex-wrap gap-2 px-4 pt-1.5 pb-3">
          {problem.fixes.map((fix) => (
            <Button key={fix.id} size="small" icon={<Wand2 aria-hidden className="size-3" />} onPress={() => commitFix(store, problem, fix)}>
              {fix.label}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
