"use client";

import { useState } from "react";
import type { GridRow } from "@/lib/contracts/grid";
import type { RowAct } from "@/lib/intake/row-words";
import { useLookAgain, useResendUpload } from "@/lib/queries/activity";
import { useUploadSaved } from "@/lib/queries/calls";
import { showToast } from "@/components/ui/toast";

const WORDS: Readonly<Record<RowAct, string>> = { upload: "Upload", "look-again": "Look again", "send-again": "Send again" };

/** The next step of single calls, pressed in their rows; a failure is told in a notice, the row itself moves with the call. */
export function useRowActs(bucketId: string | null): { readonly busy: ReadonlySet<string>; readonly act: (row: GridRow, act: RowAct) => void } {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const upload = useUploadSaved();
  const lookAgain = useLookAgain();
  const resend = useResendUpload();
  const run = async (row: GridRow, act: RowAct): Promise<unknown> => {
    if (act === "upload") return upload.mutateAsync({ callId: row.id, bucketId });
    if (row.uploadId === null) return undefined;
    return (act === "look-again" ? lookAgain : resend).mutateAsync({ uploadId: row.uploadId });
  };
  return {
    busy,
    act: (row, act) => {
      if (busy.has(row.id)) return;
      setBusy((now) => new Set([...now, row.id]));
      void run(row, act)
        .catch((failure: unknown) => void showToast({ tone: "trouble", title: `${WORDS[act]} did not work`, detail: failure instanceof Error ? failure.message : undefined }))
        .finally(() => setBusy((now) => new Set([...now].filter((id) => id !== row.id))));
    },
  };
}
