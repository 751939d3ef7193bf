"use client";

import { Wand2 } from "lucide-react";
import type { Problem } from "@/lib/core/problems/problem";
import { LevelMark } from "@/components/marks/level-mark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useEditor } from "./editor-context";
import { commitFix } from "./problem-fix";

const GROUND = { blocks: "bg-blocks-soft border-blocks-line", loses: "bg-loses-soft border-loses-line", odd: "bg-odd-soft border-odd-line" } as const;

/** A problem in the place where it is: level, sentence, fix. */
export function ProblemStrip({ problem, className }: { readonly problem: Problem; readonly className?: string }) {
  const { store, isReadOnly } = useEditor();
  return (
    <div className={cx("flex flex-wrap items-center gap-x-2 gap-y-1 border px-3 py-1.5 text-small text-ink", GROUND[problem.level], className)}>
      <LevelMark level={problem.level} />
      <span className="min-w-48 flex-1">{problem.title}</span>
      {isReadOnly
        ? null
        : problem.fixes.slice(0, 1).map((fix) => (
            <Button key={fix.id} size="small" icon={<Wand2 aria-hidden className="size-3" />} onPress={() => commitFix(store, problem, fix)}>
              {fix.label}
            </Button>
          ))}
    </div>
  );
}
