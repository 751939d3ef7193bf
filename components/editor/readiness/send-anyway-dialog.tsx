"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export interface SendAnywayDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The readiness sentence: what Zelto would do with the call. */
  readonly consequence: string;
  readonly targetName: string;
  readonly onConfirm: () => void;
  readonly isPending: boolean;
}

/** Names the consequence before a call is sent of which nothing would be kept. Never reached by the upload key. */
export function SendAnywayDialog({ isOpen, onOpenChange, consequence, targetName, onConfirm, isPending }: SendAnywayDialogProps) {
  return (
    <ConfirmDialog title="Send a call that creates nothing?" isOpen={isOpen} onOpenChange={onOpenChange} confirmLabel="Send anyway" onConfirm={onConfirm} isPending={isPending}>
      <p>{consequence}</p>
      <p className="mt-2">It goes to {targetName}, is answered with “accepted”, and nothing appears there. Sending it again later, with a transcript or a recording, works.</p>
    </ConfirmDialog>
  );
}
