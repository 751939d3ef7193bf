"use client";

import { History } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { Button } from "@/components/ui/button";
import { bulkSentence, progressSentence } from "./bulk-sentence";
import type { Bulk } from "./use-bulk";

const BulkHistory = lazy(() => import("./bulk-history").then((loaded) => ({ default: loaded.BulkHistory })));

/** What the last bulk change does or did (only the end is a status: a count that moves would never stop talking), a way back from it, and the way to those before it. */
export function BulkStatus({ bulk }: { readonly bulk: Bulk }) {
  const [isOpen, setOpen] = useState(false);
  const { current, changes } = bulk;
  const running = current !== null && (current.state === "running" || current.state === "waiting") ? current : null;
  return (
    <div className="flex min-w-0 items-center gap-2">
      {running === null ? null : (
        <p className="flex min-w-0 items-center gap-2 text-small text-ink-2">
          <progress aria-label={running.label} value={running.processed} max={Math.max(1, running.total)} className="h-1.5 w-24 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-ink-2 [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink-2" />
          <span className="truncate">{progressSentence(running)}</span>
        </p>
      )}
      <p role="status" aria-label="Bulk changes" className="truncate text-small text-ink-2 empty:hidden">
        {running !== null || current === null ? "" : bulkSentence(current)}
      </p>
      {running?.canCancel === true ? (
        <Button size="small" onPress={() => bulk.cancel(running.id)}>
          Stop
        </Button>
      ) : null}
      {running === null && current?.canUndo === true ? (
        <Button size="small" onPress={() => bulk.undo(current.id)}>
          Undo
        </Button>
      ) : null}
      {running === null && current?.canRedo === true ? (
        <Button size="small" onPress={() => bulk.redo(current.id)}>
          Redo
        </Button>
      ) : null}
      {changes.length === 0 ? null : (
        <Button variant="quiet" size="small" onPress={() => setOpen(true)} icon={<History aria-hidden className="size-3.25" strokeWidth={2.2} />}>
          Changes
        </Button>
      )}
      {isOpen ? (
        <Suspense>
          <BulkHistory bulk={bulk} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
