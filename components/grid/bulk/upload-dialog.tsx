"use client";

import { useState } from "react";
import { MAX_SELECTED_IDS } from "@/lib/contracts/grid";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { canUpload } from "@/lib/intake/row-words";
import { useReadCall } from "@/lib/queries/call";
import { useUploadSaved } from "@/lib/queries/calls";
import { useReadRows } from "@/lib/queries/grid-range";
import { useShell } from "@/components/shell/shell-status";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { isSelected } from "../selection";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { BULK_WORDS } from "./bulk-kind";

interface Run {
  readonly queued: number;
  readonly left: number;
  readonly total: number;
  readonly isOver: boolean;
  readonly failure: string | null;
}

/** Calls queued at once: the server takes each by itself, and a person can still stop in between. */
const AT_ONCE = 4;

/** Queues the selected calls that are ready, one by one, and says what stayed behind. */
export function UploadDialog({ state, count, onClose }: BulkDialogProps) {
  const { status } = useShell();
  const [run, setRun] = useState<Run | null>(null);
  const upload = useUploadSaved();
  const readRows = useReadRows();
  const readCall = useReadCall();
  const target = status?.target.kind === "live" ? status.target.host : "the sandbox";
  const isTooMany = count > MAX_SELECTED_IDS;
  const selectedIds = async (): Promise<readonly string[]> => {
    const { selection, data } = state;
    if (selection.kind === "some") return [...selection.ids];
    const rows = await readRows({ ...data.shown, first: 0, last: data.total - 1 });
    return rows.filter(({ id, excluded }) => !excluded && isSelected(selection, id)).map(({ id }) => id);
  };
  const start = async () => {
    let now: Run = { queued: 0, left: 0, total: count, isOver: false, failure: null };
    const tell = (changes: Partial<Run>) => setRun((now = { ...now, ...changes }));
    tell({});
    const ids = await selectedIds();
    tell({ total: ids.length });
    const queue = ids.values();
    const work = async () => {
      for (const id of queue) {
        const { row } = await readCall(id);
        if (!canUpload(row)) tell({ left: now.left + 1 });
        else await upload.mutateAsync({ callId: id, bucketId: null }).then(() => tell({ queued: now.queued + 1 }), (failure: unknown) => tell({ left: now.left + 1, failure: wordsOf(failure) }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    tell({ isOver: true });
  };
  const begin = () => void start().catch((failure: unknown) => setRun({ queued: 0, left: count, total: count, isOver: true, failure: wordsOf(failure) }));
  const calls = formatPlural(count, "call");
  return (
    <Dialog
      title={`Upload ${calls} to ${target}?`}
      isOpen
      onOpenChange={onClose}
      role="alertdialog"
      footer={
        run?.isOver === true ? (
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button autoFocus onPress={onClose}>
              Cancel
            </Button>
            <Button variant="ink" isPending={run !== null} isDisabled={isTooMany} onPress={begin}>
              {`Upload ${calls}`}
            </Button>
          </>
        )
      }
    >
      <p>{BULK_WORDS.upload.does}</p>
      <p className="mt-2 text-small text-ink-3">{BULK_WORDS.upload.skips}</p>
      {isTooMany ? (
        <Notice tone="loses" className="mt-2">
          At most {formatCount(MAX_SELECTED_IDS)} calls are uploaded from a selection. Use Upload all, or narrow the filter.
        </Notice>
      ) : null}
      <p role="status" className="mt-2 text-ink">
        {run === null ? "" : `${formatCount(run.queued)} of ${formatCount(run.total)} queued${run.left === 0 ? "" : `, ${formatCount(run.left)} left`}${run.isOver ? "." : "…"}`}
      </p>
      {run?.failure == null ? null : (
        <Notice tone="blocks" role="alert" className="mt-2">
          {run.failure}
        </Notice>
      )}
    </Dialog>
  );
}

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : "The calls could not be read.";
}
