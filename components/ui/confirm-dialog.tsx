"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What will happen, to how many, and what stays. */
  readonly children: ReactNode;
  /** A verb with its object and count: "Delete 12 calls". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly isPending?: boolean;
  readonly cancelLabel?: string;
  /** A second field that has to be right first keeps the button off. */
  readonly isConfirmDisabled?: boolean;
}

/** Asks before something that cannot be taken back; the way out comes first and has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onOpenChange, children, confirmLabel, onConfirm, isPending = false, cancelLabel = "Cancel", isConfirmDisabled = false } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      role="alertdialog"
      footer={
        <>
          <Button autoFocus onPress={() => onOpenChange(false)}>
            {cancelLabel}
          </Button>
          <Button variant="ink" onPress={onConfirm} isPending={isPending} isDisabled={isConfirmDisabled}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
