"use client";

import { formatPlural } from "@/lib/core/format/count";
import { useShell } from "@/components/shell/shell-status";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export interface UploadAllDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Calls that would be sent, or null where not all of them are on the page. */
  readonly ready: number | null;
  readonly left: number;
  readonly onConfirm: () => void;
}

/** Says where to, how many, and what stays behind. */
export function UploadAllDialog({ isOpen, onClose, ready, left, onConfirm }: UploadAllDialogProps) {
  const { status } = useShell();
  const target = status?.target.kind === "live" ? status.target.host : "the sandbox";
  const calls = ready === null ? "all that are ready" : formatPlural(ready, "call");
  return (
    <ConfirmDialog title={`Upload ${calls} to ${target}?`} isOpen={isOpen} onOpenChange={onClose} confirmLabel={`Upload ${calls}`} onConfirm={onConfirm}>
      <p>They are queued at once and sent in order. You can close this tab; the server carries on.</p>
      {left === 0 && ready !== null ? null : (
        <p className="mt-2">
          {ready === null ? "Left out are" : `${formatPlural(left, "call")} ${left === 1 ? "is" : "are"} left out:`} those that Zelto would refuse, those of which it would keep nothing, those on their way, and those
          that were sent and not edited since. Open such a call to decide about it.
        </p>
      )}
    </ConfirmDialog>
  );
}
