"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Problem } from "@/lib/core/problems/problem";
import { lineIndex } from "@/lib/core/text/line-index";
import { nodeAt } from "@/lib/core/text/json-node";
import { formatPlural } from "@/lib/core/format/count";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { useAnnounce } from "@/components/ui/announcer";
import { IconButton } from "@/components/ui/icon-button";
import { useEditor } from "../editor-context";
import { ProblemRow } from "./problem-row";

/** Everything that is wrong, worst first, each with its place and its fix. */
export function ProblemsPane() {
  const { judgement, draft, select } = useEditor();
  const { problems } = judgement;
  const [chosen, setChosen] = useState<number | null>(null);
  const lines = useMemo(() => lineIndex(draft.goodText), [draft.goodText]);
  const rows = useRef<HTMLUListElement>(null);
  const choose = (index: number): void => {
    const problem = problems[index];
    if (problem === undefined) return;
    setChosen(index);
    select(problem.path);
    rows.current?.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: number): void => choose(problems.length === 0 ? 0 : ((chosen ?? (by > 0 ? -1 : 0)) + by + problems.length) % problems.length);
  useShortcut("shift+j", () => step(1));
  useShortcut("shift+k", () => step(-1));
  useCountAnnounced(problems.length);
  return (
    <section aria-label="Problems" className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-4">
        <h2 className="text-body font-semibold">
          Problems <span className="font-normal text-ink-3">{problems.length}</span>
        </h2>
        <span className="ml-auto flex">
          <IconButton size="small" label="Show the next problem" tooltip="Next problem (Shift J)" isDisabled={problems.length === 0} icon={<ChevronDown aria-hidden className="size-3.5" />} onPress={() => step(1)} />
          <IconButton size="small" label="Show the previous problem" tooltip="Previous problem (Shift K)" isDisabled={problems.length === 0} icon={<ChevronUp aria-hidden className="size-3.5" />} onPress={() => step(-1)} />
        </span>
      </header>
      {problems.length === 0 ? (
        <p className="px-4 py-3 text-small text-ink-2">Nothing is wrong with this call.</p>
      ) : (
        <ul ref={rows} className="min-h-0 flex-1 overflow-y-auto">
          {problems.map((problem, index) => (
            <ProblemRow key={`${problem.code} ${problem.path.join(".")} ${index}`} problem={problem} line={lineOf(problem)} isChosen={index === chosen} onChoose={() => choose(index)} />
          ))}
        </ul>
      )}
    </section>
  );

  function lineOf(problem: Problem): number | null {
    if (draft.syntax !== null) return draft.syntax.line;
    const node = nodeAt(draft.root ?? undefined, problem.path);
    return node === undefined || problem.path.length === 0 ? null : lines.position(node.start).line;
  }
}

/** Tells listeners when the number of problems moved, not on each letter. */
function useCountAnnounced(count: number): void {
  const announce = useAnnounce();
  const before = useRef(count);
  const say = useEffectEvent(() => announce(count === 0 ? "No problems left" : formatPlural(count, "problem")));
  // Syncs with the screen reader's live region.
  useEffect(() => {
    if (before.current !== count) say();
    before.current = count;
  }, [count]);
}
