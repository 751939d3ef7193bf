"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "./cx";
import { IconButton } from "./icon-button";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode;
  /** `alertdialog` for what cannot be undone: not closed by a click outside. */
  readonly role?: "dialog" | "alertdialog";
  /** 440, 640 or 960 px. */
  readonly size?: "small" | "medium" | "large";
}

const WIDTHS = { small: "max-w-110", medium: "max-w-160", large: "max-w-240" } as const;

const SCRIM =
  "fixed inset-0 z-50 flex items-start justify-center overflow-y-auto bg-canvas/70 p-4 pt-[12vh] transition-opacity data-entering:opacity-0 data-exiting:opacity-0 max-md:items-end max-md:p-2";

/** A modal window: focus stays in it, Escape closes it, and focus goes back to where it came from. */
export function Dialog({ title, isOpen, onOpenChange, children, footer, role = "dialog", size = "small" }: DialogProps) {
  const isAlert = role === "alertdialog";
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={!isAlert} className={SCRIM}>
      <Modal className={cx("w-full rounded-dialog border border-line bg-raised text-ink shadow-pop", WIDTHS[size])}>
        <AriaDialog role={role} className="flex max-h-[80vh] flex-col outline-none">
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <Heading slot="title" className="min-w-0 flex-1 text-title">
              {title}
            </Heading>
            {isAlert ? null : (
              <IconButton label="Close" icon={<X aria-hidden className="size-4" />} size="small" onPress={() => onOpenChange(false)} />
            )}
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pb-4 text-body text-ink-2">{children}</div>
          {footer === undefined ? null : <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
