"use client";

import type { KeyboardEvent } from "react";
import type { Problem } from "@/lib/core/problems/problem";
import type { TurnView } from "@/lib/core/call-ingest/read-turns";
import { FateGlyph } from "@/components/marks/fate-glyph";
import { useAnnounce } from "@/components/ui/announcer";
import { ProblemStrip } from "../problem-strip";
import { TurnBubble } from "./turn-bubble";
import { TurnEditor } from "./turn-editor";
import type { TurnActions } from "./use-turn-actions";

export interface TurnRowProps {
  readonly turn: TurnView;
  readonly isLast: boolean;
  readonly isSelected: boolean;
  readonly isReadOnly: boolean;
  /** Read back and found equal. */
  readonly isMatched: boolean;
  readonly problems: readonly Problem[];
  readonly actions: TurnActions;
}

/** A turn with its number, open or closed, and what is wrong with it. */
export function TurnRow({ turn, isLast, isSelected, isReadOnly, isMatched, problems, actions }: TurnRowProps) {
  const { index } = turn;
  const announce = useAnnounce();
  const strips = problems.map((problem) => <ProblemStrip key={`${problem.code} ${problem.path.join(".")}`} problem={problem} className={actions.openIndex === index ? "rounded-b-panel border-x-0 border-b-0" : "mt-1.5 rounded-small"} />);
  return (
    <div className="grid grid-cols-[54px_minmax(0,1fr)] gap-x-0 px-4 pb-2 max-md:grid-cols-[28px_minmax(0,1fr)] max-md:px-3">
      <span className="flex items-start justify-end gap-2 pt-2 pr-3 text-small text-ink-3 tabular-nums max-md:pr-2">
        {isMatched ? <FateGlyph fate="matched" size={12} className="mt-0.5" /> : null}
        {index + 1}
      </span>
      {actions.openIndex === index && !isReadOnly ? (
        <TurnEditor
          key={index}
          turn={turn}
          isLast={isLast}
          onChange={(change) => actions.change(index, change)}
          onClose={() => actions.close(index)}
          onSplit={(caret) => actions.split(index, caret)}
          onMerge={() => actions.merge(index)}
          onMove={(by) => actions.move(index, by)}
          onDelete={() => actions.remove(index)}
        >
          {strips}
        </TurnEditor>
      ) : (
        <TurnBubble
          turn={turn}
          onKeyDown={isReadOnly ? undefined : (event) => moveByKey(event, { onMove: (by) => actions.move(index, by), onMerge: () => actions.merge(index) })}
          isReadOnly={isReadOnly}
          isSelected={isSelected}
          onEdit={() => actions.open(index)}
          onInsertBelow={() => actions.insertBelow(index)}
          onSplit={() => {
            actions.open(index);
            announce("Put the caret where the turn is to be cut, then choose Split again or press Alt Enter");
          }}
          onMerge={() => actions.merge(index)}
          onDelete={() => actions.remove(index)}
        >
          {strips}
        </TurnBubble>
      )}
    </div>
  );
}

/** Alt with an arrow moves a turn, Alt with Backspace merges it up, while one of its buttons has the focus. */
function moveByKey(event: KeyboardEvent, { onMove, onMerge }: { readonly onMove: (by: -1 | 1) => void; readonly onMerge: () => void }): void {
  if (!event.altKey) return;
  if (event.key === "ArrowUp") onMove(-1);
  else if (event.key === "ArrowDown") onMove(1);
  else if (event.key === "Backspace") onMerge();
  else return;
  event.preventDefault();
}
