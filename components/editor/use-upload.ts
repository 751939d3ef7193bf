"use client";

import { useState } from "react";
import { useUploadCall } from "@/lib/queries/activity";
import type { ApiFailure } from "@/lib/queries/request";
import { useAnnounce } from "@/components/ui/announcer";
import { useEditor } from "./editor-context";

/** Asked before a first live upload by key in this visit; kept in memory, so a new visit asks again. */
let askedForLive = false;

export interface UploadControl {
  readonly bucketId: string | null;
  readonly chooseBucket: (bucketId: string | null) => void;
  /** Writes what is unsaved, then freezes exactly that and queues it. */
  readonly upload: (sendAnyway: boolean) => void;
  readonly isPending: boolean;
  readonly failure: ApiFailure | null;
  /** The draft could not be saved, so nothing was queued. */
  readonly unsaved: boolean;
}

/** Uploading the call on the screen: never anything that the person has not seen. */
export function useUpload(): UploadControl {
  const { detail, store } = useEditor();
  const announce = useAnnounce();
  const [bucketId, chooseBucket] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [isFlushing, setFlushing] = useState(false);
  const action = useUploadCall({ onSuccess: () => announce("Upload asked for") });
  const upload = (sendAnyway: boolean): void => {
    commitTyping();
    setFlushing(true);
    void store.flush().then((revision) => {
      setFlushing(false);
      setUnsaved(revision === null);
      if (revision !== null) action.mutate({ callId: detail.row.id, revision, sendAnyway, bucketId });
    });
  };
  return { bucketId, chooseBucket, upload, isPending: isFlushing || action.isPending, failure: action.error, unsaved };
}

/** Fields hand over what is typed after a pause, or at once when they are left: leaving and coming back makes it part of the text. */
function commitTyping(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.matches("input, textarea")) return;
  field.blur();
  field.focus({ preventScroll: true });
}

/** Whether the first live upload by key has to be asked about; says yes once a visit. */
export function mustAskForLive(): boolean {
  if (askedForLive) return false;
  askedForLive = true;
  return true;
}
