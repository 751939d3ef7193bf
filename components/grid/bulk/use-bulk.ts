"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { BulkAct, BulkView, Selection } from "@/lib/contracts/bulk";
import { newUuid } from "@/lib/intake/new-uuid";
import { useBulkChange, useBulkChanges, useCancelBulk, useRedoBulk, useStartBulk, useUndoBulk } from "@/lib/queries/bulk";
import { keys } from "@/lib/queries/keys";
import { useAnnounce } from "@/components/ui/announcer";
import { showToast } from "@/components/ui/toast";
import { bulkSentence, progressSentence } from "./bulk-sentence";

export interface Bulk {
  readonly start: (selection: Selection, act: BulkAct) => void;
  /** The change that this page follows, running or ended; null before the first. */
  readonly current: BulkView | null;
  readonly changes: readonly BulkView[];
  readonly undo: (id?: string) => void;
  readonly redo: (id?: string) => void;
  readonly cancel: (id: string) => void;
  readonly isStarting: boolean;
}

/** Orders bulk changes and follows them to their end, which is told once with a way back. */
export function useBulk(): Bulk {
  const [followed, setFollowed] = useState<string | null>(null);
  const list = useBulkChanges().data;
  const one = useBulkChange(followed).data ?? null;
  const client = useQueryClient();
  const follow = (view: BulkView) => {
    client.setQueryData(keys.bulkChange(view.id), view);
    setFollowed(view.id);
    void client.invalidateQueries({ queryKey: keys.bulkChanges, exact: true });
    void client.invalidateQueries({ queryKey: ["grid"] });
  };
  const starting = useStartBulk({ onSuccess: follow });
  const undoing = useUndoBulk({ onSuccess: follow });
  const redoing = useRedoBulk({ onSuccess: follow });
  const cancelling = useCancelBulk({ onSuccess: follow });
  const told = (what: string) => ({ onError: (failure: Error) => void showToast({ tone: "trouble", title: `${what} did not begin`, detail: failure.message }) });
  const undo = (id: string | null | undefined) => (id == null ? undefined : undoing.mutate({ id }, told("Taking it back")));
  useEnd(one, (id) => undo(id));
  return {
    start: (selection, act) => starting.mutate({ id: newUuid(), selection, act }, told("The change")),
    current: one,
    changes: list?.changes ?? [],
    undo: (id) => undo(id ?? list?.undo),
    redo: (id) => {
      const wanted = id ?? list?.redo;
      if (wanted != null) redoing.mutate({ id: wanted }, told("Bringing it back"));
    },
    cancel: (id) => cancelling.mutate({ id }, told("Stopping it")),
    isStarting: starting.isPending,
  };
}

/** Says how far a change is, at each quarter, and shows its end once. */
function useEnd(view: BulkView | null, undo: (id: string) => void): void {
  const announce = useAnnounce();
  const seen = useRef("");
  const quarter = view === null || view.total === 0 ? 0 : Math.floor((view.processed / view.total) * 4);
  const isOver = view !== null && (view.state === "ended" || view.state === "cancelled");
  const mark = view === null ? "" : `${view.id} ${view.direction} ${isOver ? "over" : quarter} ${isOver ? (view.endedAt ?? "") : ""}`;
  const tell = useEffectEvent(() => {
    if (view === null || seen.current === mark) return;
    seen.current = mark;
    if (!isOver) {
      announce(progressSentence(view));
      return;
    }
    const action = view.canUndo ? { label: "Undo", onPress: () => undo(view.id) } : undefined;
    showToast({ title: bulkSentence(view), ...(view.reasons[0] === undefined ? {} : { detail: view.reasons[0].sentence }), ...(action === undefined ? {} : { action }) });
  });
  // Syncs what is said with the server's run.
  useEffect(() => tell(), [mark]);
}
