"use client";

import { ChevronDown, X } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { formatCount } from "@/lib/core/format/count";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { BULK_WORDS, type BulkKind } from "./bulk/bulk-kind";
import { BulkStatus } from "./bulk/bulk-status";
import type { Bulk } from "./bulk/use-bulk";
import { countSelected, NOTHING_SELECTED, selectionWords } from "./selection";
import type { GridState } from "./use-grid-place";

/** The windows load with the first one that is opened. */
const BulkDialog = lazy(() => import("./bulk/bulk-dialog").then((loaded) => ({ default: loaded.BulkDialog })));

/** Shown as buttons where there is room; the others stand in a menu. */
const FRONT: readonly BulkKind[] = ["set-agent", "set-version", "set-bucket", "replace-text"];
const BEHIND: readonly BulkKind[] = ["derive-version", "set-customer", "set-metadata"];

/** The foot of the grid: how many are selected and what can be done with them; else what the grid answers to. */
export function SelectionBar({ state, bulk }: { readonly state: GridState; readonly bulk: Bulk }) {
  const [open, setOpen] = useState<BulkKind | null>(null);
  const { selection, data } = state;
  const words = selectionWords(selection, data.total, formatCount);
  return (
    <footer className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-strong bg-sunken px-4 py-1.5 max-md:px-2">
      {words === null ? (
        <p className="text-small text-ink-3 max-lg:hidden">Space selects, Shift takes a range, Enter opens, F2 edits.</p>
      ) : (
        <div role="toolbar" aria-label="Selected calls" className="flex min-w-0 flex-wrap items-center gap-1.5">
          <strong className="mr-1.5 text-body font-semibold text-ink">{words}</strong>
          <SelectionActs onOpen={setOpen} />
          <IconButton label="Clear the selection" tooltip="Clear the selection (Esc)" size="small" icon={<X aria-hidden className="size-3.5" strokeWidth={2.2} />} onPress={() => state.setSelection(NOTHING_SELECTED)} />
        </div>
      )}
      <div className="ml-auto flex min-w-0 items-center">
        <BulkStatus bulk={bulk} />
      </div>
      {open === null ? null : (
        <Suspense>
          <BulkDialog kind={open} state={state} bulk={bulk} count={countSelected(selection, data.total)} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </footer>
  );
}

function SelectionActs({ onOpen }: { readonly onOpen: (kind: BulkKind) => void }) {
  const action = (kind: BulkKind, more: { readonly startsGroup?: boolean; readonly isDanger?: boolean } = {}) => ({ id: kind, label: `${BULK_WORDS[kind].label}…`, onAction: () => onOpen(kind), ...more });
  return (
    <>
      {FRONT.map((kind) => (
        <Button key={kind} size="small" className="max-xl:hidden" onPress={() => onOpen(kind)}>
          {BULK_WORDS[kind].label}
        </Button>
      ))}
      <Menu
        label="Change the selected calls"
        placement="top start"
        trigger={
          <Button size="small" icon={<ChevronDown aria-hidden className="size-3.25" strokeWidth={2.2} />}>
            Change
          </Button>
        }
        actions={[...FRONT.map((kind) => action(kind)), ...BEHIND.map((kind, place) => action(kind, place === 0 ? { startsGroup: true } : {})), action("restore", { startsGroup: true }), action("delete", { isDanger: true })]}
      />
      <Button size="small" onPress={() => onOpen("exclude")}>
        {BULK_WORDS.exclude.label}
      </Button>
      <Button size="small" onPress={() => onOpen("upload")}>
        {BULK_WORDS.upload.label}
      </Button>
    </>
  );
}
