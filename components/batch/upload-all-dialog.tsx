"use client";

import { useReadiness } from "@/components/grid/use-readiness";
import { formatPlural } from "@/lib/core/format/count";
import { useShell } from "@/components/shell/shell-status";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export interface UploadAllDialogProps {
  readonly batchId: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says where to, how many, and what stays behind. */
export function UploadAllDialog({ batchId, onClose, onConfirm }: UploadAllDialogProps) {
  const { status } = useShell();
  const { ready, left } = useReadiness(batchId);
  const target = status?.target.kind === "live" ? status.target.host : "the sandbox";
  const calls = ready === null ? "all that are ready" : formatPlural(ready, "call");
  return (
    <ConfirmDialog title={`Upload ${calls} to ${target}?`} isOpen onOpenChange={onClose} confirmLabel={`Upload ${calls}`} isConfirmDisabled={ready === 0} onConfirm={onConfirm}>
      <p>{ready === 0 ? "No call of this batch is ready to be sent." : "They are queued at once and sent in order. You can close this tab; the server carries on."}</p>
      {left.length === 0 ? null : <p className="mt-2">Left out: {left.map(({ reason, count }) => `${reason} (${count})`).join("; ")}. Open such a call to decide about it.</p>}
    </ConfirmDialog>
  );
}
