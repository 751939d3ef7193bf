"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Problem } from "@/lib/core/problems/problem";
import { useEditor } from "../editor-context";
import { turnOfPath } from "../problem-fix";
import { TurnRow } from "./turn-row";
import type { TurnActions } from "./use-turn-actions";

export interface TurnListProps {
  readonly actions: TurnActions;
  readonly problemsByTurn: ReadonlyMap<number, readonly Problem[]>;
}

/** A turn of two lines with its margin; what is seen is measured. */
const USUAL_HEIGHT_PX = 74;

const NO_PROBLEMS: readonly Problem[] = [];

/** All turns, of which only those in view are in the page: ten thousand feel like ten. */
export function TurnList({ actions, problemsByTurn }: TurnListProps) {
  const { turns, isReadOnly, selection, latestUpload, draft, activity } = useEditor();
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rule speaks for React's compiler, which is not in use here
  const list = useVirtualizer({ count: turns.length, getScrollElement: () => box.current, estimateSize: () => USUAL_HEIGHT_PX, overscan: 6, paddingStart: 12, paddingEnd: 12 });
  const selected = turnOfPath(selection.path);
  const reveal = useEffectEvent((index: number) => list.scrollToIndex(index, { align: "auto" }));
  // Syncs the scroll position with the place that was chosen in another pane.
  useEffect(() => {
    if (selected !== null) reveal(selected);
  }, [selected, selection.turn]);

  const isMatched = latestUpload?.fate === "matched" && activity?.editedSince === false && draft.saveState === "saved";
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto bg-canvas [overflow-anchor:none]">
      <div role="list" aria-label="Turns" className="relative w-full" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const turn = turns[item.index];
          if (turn === undefined) return null;
          return (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              role="listitem"
              aria-label={`Turn ${item.index + 1}`}
              aria-setsize={turns.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <TurnRow
                turn={turn}
                isLast={item.index === turns.length - 1}
                isSelected={item.index === selected}
                isReadOnly={isReadOnly}
                isMatched={isMatched}
                problems={problemsByTurn.get(item.index) ?? NO_PROBLEMS}
                actions={actions}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
