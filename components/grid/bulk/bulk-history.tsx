"use client";

import type { BulkView } from "@/lib/contracts/bulk";
import { formatCount } from "@/lib/core/format/count";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TimeText } from "@/components/ui/time-text";
import { bulkSentence, progressSentence } from "./bulk-sentence";
import type { Bulk } from "./use-bulk";

/** The newest bulk changes, each with what it did, what it left and why, and a way back. */
export function BulkHistory({ bulk, onClose }: { readonly bulk: Bulk; readonly onClose: () => void }) {
  return (
    <Dialog title="Changes to many calls" isOpen onOpenChange={onClose} size="medium">
      <ol className="-mx-5 divide-y divide-line border-t border-line">
        {bulk.changes.map((view) => (
          <Change key={view.id} view={view} bulk={bulk} />
        ))}
      </ol>
    </Dialog>
  );
}

function Change({ view, bulk }: { readonly view: BulkView; readonly bulk: Bulk }) {
  const isOver = view.state === "ended" || view.state === "cancelled";
  return (
    <li className="flex items-start gap-3 px-5 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="text-body break-words text-ink">{isOver ? bulkSentence(view) : progressSentence(view)}</p>
        {view.reasons.length === 0 ? null : (
          <ul className="mt-0.5 text-small text-ink-2">
            {view.reasons.map(({ reason, sentence, count }) => (
              <li key={reason}>
                {formatCount(count)}: {sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
      <TimeText at={view.createdAt} show="time" className="shrink-0 pt-0.5 text-small text-ink-3" />
      {view.canUndo ? (
        <Button size="small" aria-label={`Undo: ${view.label}`} onPress={() => bulk.undo(view.id)}>
          Undo
        </Button>
      ) : null}
      {view.canRedo ? (
        <Button size="small" aria-label={`Redo: ${view.label}`} onPress={() => bulk.redo(view.id)}>
          Redo
        </Button>
      ) : null}
    </li>
  );
}
