"use client";

import { X } from "lucide-react";
import {
  Button,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from "react-aria-components/Toast";
import { cx } from "./cx";

export interface Toast {
  /** What happened. */
  readonly title: string;
  /** Whether anything was sent, and what to do next. */
  readonly detail?: string | undefined;
  /** One way on or back, such as Undo. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** `trouble` stays until it is closed. */
  readonly tone?: "note" | "trouble";
}

const NOTE_TIMEOUT_MS = 8_000;
const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Shows a toast and returns how to take it away again. Call it from an event handler, never while rendering. */
export function showToast(toast: Toast): () => void {
  const key = queue.add(toast, toast.tone === "trouble" ? {} : { timeout: NOTE_TIMEOUT_MS });
  return () => queue.close(key);
}

/** The place where toasts appear; once, in the frame around all pages. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className="fixed right-4 bottom-18 z-60 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none">
      {({ toast }) => (
        <AriaToast toast={toast} className="flex items-start gap-3 rounded-panel border border-line bg-raised py-2.5 pr-2 pl-3.5 text-ink shadow-pop">
          <AriaToastContent className="min-w-0 flex-1">
            <Text slot="title" className={cx("block text-body font-medium", toast.content.tone === "trouble" && "text-blocks")}>
              {toast.content.title}
            </Text>
            {toast.content.detail === undefined ? null : (
              <Text slot="description" className="block text-small text-ink-2">
                {toast.content.detail}
              </Text>
            )}
          </AriaToastContent>
          {toast.content.action === undefined ? null : (
            <Button
              onPress={() => {
                toast.content.action?.onPress();
                queue.close(toast.key);
              }}
              className="h-6 shrink-0 rounded-small px-2 text-small font-medium text-accent-text data-hovered:bg-hover touch:h-11"
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button
            slot="close"
            aria-label="Close"
            className="flex size-6 shrink-0 items-center justify-center rounded-small text-ink-3 data-hovered:bg-hover touch:size-11"
          >
            <X aria-hidden className="size-3.5" strokeWidth={2.2} />
          </Button>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
