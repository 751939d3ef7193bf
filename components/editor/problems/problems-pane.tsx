"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { JsonPath } from "@/lib/core/text/json-path";
import { lineIndex } from "@/lib/core/text/line-index";
import { nodeAt } from "@/lib/core/text/json-node";
import { formatPlural } from "@/lib/core/format/count";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { useAnnounce } from "@/components/ui/announcer";
import { IconButton } from "@/components/ui/icon-button";
import { useEditor } from "../editor-context";
import { ProblemRow } from "./problem-row";
import { RefusalRow } from "./refusal-row";

/** Everything that is wrong, worst first, each with its place and its fix. */
export function ProblemsPane() {
  const { judgement, refusals, draft, select } = useEditor();
  const { problems } = judgement;
  // What Zelto itself refused comes first: it is no forecast.
  const places = [...refusals, ...problems];
  const [chosen, setChosen] = useState<number | null>(null);
  const lines = useMemo(() => lineIndex(draft.goodText), [draft.goodText]);
  const rows = useRef<HTMLUListElement>(null);
  const choose = (index: number): void => {
    const place = places[index];
    if (place === undefined) return;
    setChosen(index);
    select(place.path);
    rows.current?.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: number): void => choose(places.length === 0 ? 0 : ((chosen ?? (by > 0 ? -1 : 0)) + by + places.length) % places.length);
  useShortcut("shift+j", () => step(1));
  useShortcut("shift+k", () => step(-1));
  useCountAnnounced(places.length);
  return (
    <section aria-label="Problems" className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-4">
        <h2 className="text-body font-semibold">
          Problems <span className="font-normal text-ink-3">{places.length}</span>
        </h2>
        <span className="ml-auto flex">
          <IconButton size="small" label="Show the next problem" tooltip="Next problem (Shift J)" isDisabled={places.length === 0} icon={<ChevronDown aria-hidden className="size-3.5" />} onPress={() => step(1)} />
          <IconButton size="small" label="Show the previous problem" tooltip="Previous problem (Shift K)" isDisabled={places.length === 0} icon={<ChevronUp aria-hidden className="size-3.5" />} onPress={() => step(-1)} />
        </span>
      </header>
      {places.length === 0 ? (
        <p className="px-4 py-3 text-small text-ink-2">Nothing is wrong with this call.</p>
      ) : (
        <ul ref={rows} className="min-h-0 flex-1 overflow-y-auto">
          {refusals.map((refusal, index) => (
            <RefusalRow key={`refused ${refusal.path.join(".")} ${index}`} refusal={refusal} line={lineOf(refusal.path)} isChosen={index === chosen} onChoose={() => choose(index)} />
          ))}
          {problems.map((problem, place) => {
            const index = refusals.length + place;
            return <ProblemRow key={`${problem.code} ${problem.path.join(".")} ${place}`} problem={problem} line={lineOf(problem.path)} isChosen={index === chosen} onChoose={() => choose(index)} />;
          })}
        </ul>
      )}
    </section>
  );

  function lineOf(path: JsonPath): number | null {
    if (draft.syntax !== null) return draft.syntax.line;
    const node = nodeAt(draft.root ?? undefined, path);
    return node === undefined || path.length === 0 ? null : lines.position(node.start).line;
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
