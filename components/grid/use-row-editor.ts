"use client";

import { useState } from "react";
import type { BulkAct } from "@/lib/contracts/bulk";
import type { GridRow } from "@/lib/contracts/grid";
import { useReadCall } from "@/lib/queries/call";
import type { Bulk } from "./bulk/use-bulk";
import type { ColumnId } from "./grid-columns";

export interface OpenRow {
  readonly index: number;
  readonly row: GridRow;
  readonly from: ColumnId;
  /** The draft's text; null while it is on its way. */
  readonly text: string | null;
}

export interface RowEditing {
  readonly open: OpenRow | null;
  readonly edit: (index: number, row: GridRow, from: ColumnId) => void;
  readonly save: (acts: readonly BulkAct[]) => void;
  readonly close: () => void;
}

/** The row that is edited in place: one at a time. What it changes goes the way of a bulk change of one call, and can be undone so. */
export function useRowEditor(bulk: Bulk): RowEditing {
  const [open, setOpen] = useState<OpenRow | null>(null);
  const readCall = useReadCall();
  const close = () => {
    const index = open?.index;
    setOpen(null);
    if (index !== undefined) document.querySelector<HTMLElement>(`[role="grid"] [data-index="${index}"]`)?.focus({ preventScroll: true });
  };
  return {
    open,
    edit: (index, row, from) => {
      setOpen({ index, row, from, text: null });
      const tell = (text: string) => setOpen((now) => (now?.row.id === row.id ? { ...now, text } : now));
      // Without the text the two fields of the row itself can still be edited.
      void readCall(row.id).then(({ draft }) => tell(draft.text), () => undefined);
    },
    save: (acts) => {
      if (open === null) return;
      for (const act of acts) bulk.start({ ids: [open.row.id] }, act);
      close();
    },
    close,
  };
}
