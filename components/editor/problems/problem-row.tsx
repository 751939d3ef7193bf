"use client";

import { Wand2 } from "lucide-react";
import type { Problem } from "@/lib/core/problems/problem";
import { formatPath } from "@/lib/core/text/json-path";
import { LevelMark } from "@/components/marks/level-mark";
import { Button } from "@/components/ui/button";
import { useEditor } from "../editor-context";
import { commitFix } from "../problem-fix";
import { PlaceRow } from "./place-row";

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
  const fixes = problem.fixes.map((fix) => (
    <Button key={fix.id} size="small" icon={<Wand2 aria-hidden className="size-3" />} onPress={() => commitFix(store, problem, fix)}>
      {fix.label}
    </Button>
  ));
  return (
    <PlaceRow path={formatPath(problem.path)} line={line} isChosen={isChosen} onChoose={onChoose} actions={fixes.length === 0 ? undefined : fixes}>
      <LevelMark level={problem.level} />
      <span className="mt-0.5 block text-body font-medium text-ink">{problem.title}</span>
      <span className="block text-small text-ink-2">{problem.why}</span>
    </PlaceRow>
  );
}
