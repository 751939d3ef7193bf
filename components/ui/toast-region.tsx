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
import type { QueuedToast } from "react-aria-components/Toast";
import { cx } from "./cx";
import type { ToastMessage } from "./toast-message";

/** Long enough to read two sentences; React Aria stops the clock while the pointer or the focus is on it. */
const NOTE_TIMEOUT_MS = 8_000;
const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Puts a toast into the queue and returns how to close it. */
export function addToast(toast: ToastMessage): () => void {
  const key = queue.add(toast, toast.tone === "trouble" ? {} : { timeout: NOTE_TIMEOUT_MS });
  return () => queue.close(key);
}

/** The toasts at the lower right, above the readiness bar. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className="fixed right-4 bottom-18 z-60 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none">
      {({ toast }) => <ToastCard toast={toast} />}
    </AriaToastRegion>
  );
}

function ToastCard({ toast }: { readonly toast: QueuedToast<ToastMessage> }) {
  const { title, detail, action, tone } = toast.content;
  const act = () => {
    action?.onPress();
    queue.close(toast.key);
  };
  return (
    <AriaToast toast={toast} className="flex items-start gap-3 rounded-panel border border-line bg-raised py-2.5 pr-2 pl-3.5 text-ink shadow-pop">
      <AriaToastContent className="min-w-0 flex-1">
        <Text slot="title" className={cx("block text-body font-medium", tone === "trouble" && "text-blocks")}>
          {title}
        </Text>
        {detail === undefined ? null : (
          <Text slot="description" className="block text-small text-ink-2">
            {detail}
          </Text>
        )}
      </AriaToastContent>
      {action === undefined ? null : (
        <Button onPress={act} className="h-6 shrink-0 rounded-small px-2 text-small font-medium text-accent-text data-hovered:bg-hover touch:h-11">
          {action.label}
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
  );
}
