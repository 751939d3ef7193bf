"use client";

import { formatPlural } from "@/lib/core/format/count";
import { useShell } from "@/components/shell/shell-status";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export interface UploadAllDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Calls that would be sent, or null where not all of them are on the page. */
  readonly ready: number | null;
  /** Calls on the page that would stay behind, by reason. */
  readonly left: readonly { readonly reason: string; readonly count: number }[];
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
      {left.length === 0 ? null : (
        <p className="mt-2">
          Left out{ready === null ? ", of those on this page" : ""}: {left.map(({ reason, count }) => `${reason} (${count})`).join("; ")}. Open such a call to decide about it.
        </p>
      )}
    </ConfirmDialog>
  );
}
