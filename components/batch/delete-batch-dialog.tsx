"use client";

import { useRouter } from "next/navigation";
import type { BatchView } from "@/lib/contracts/intake";
import { formatPlural } from "@/lib/core/format/count";
import { forgetPending } from "@/lib/intake/pending-store";
import { useDeleteBatch } from "@/lib/queries/batches";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";

export interface DeleteBatchDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly batch: BatchView;
  readonly inZelto: number;
}

/** Deletes a batch here, after saying what goes and what stays in Zelto. */
export function DeleteBatchDialog({ isOpen, onClose, batch, inZelto }: DeleteBatchDialogProps) {
  const router = useRouter();
  const action = useDeleteBatch({
    onSuccess: () => {
      void forgetPending(batch.id);
      router.push("/calls");
    },
  });
  const calls = formatPlural(batch.storedCount, "call");
  return (
    <ConfirmDialog
      title={`Delete ${calls} of this batch?`}
      isOpen={isOpen}
      onOpenChange={onClose}
      confirmLabel={`Delete ${calls}`}
      isPending={action.isPending}
      onConfirm={() => action.mutate({ batchId: batch.id })}
    >
      <p>Their sources, versions, edits, uploads and attempts go, from the screen and from the store’s files. This cannot be taken back.</p>
      <p className="mt-2">
        {inZelto === 0 ? "None of them was seen in Zelto." : `${formatPlural(inZelto, "conversation")} in Zelto ${inZelto === 1 ? "stays" : "stay"}.`}
        {batch.sum.waiting > 0 ? ` ${formatPlural(batch.sum.waiting, "upload")} on the way may still arrive.` : ""}
      </p>
      {action.error === null ? null : (
        <Notice tone="blocks" role="alert" className="mt-3">
          {action.error.problem.detail}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
