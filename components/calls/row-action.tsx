"use client";

import type { CallRow } from "@/lib/contracts/calls";
import { rowAct, type RowAct } from "@/lib/intake/row-words";
import { useLookAgain, useResendUpload } from "@/lib/queries/activity";
import { useUploadSaved } from "@/lib/queries/calls";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

const WORDS: Readonly<Record<RowAct, string>> = { upload: "Upload", "look-again": "Look again", "send-again": "Send again" };

/** The next step of a call, where it takes no second thought. A failure is told in a notice; the row itself moves with the call. */
export function RowAction({ row }: { readonly row: CallRow }) {
  const upload = useUploadSaved();
  const lookAgain = useLookAgain();
  const resend = useResendUpload();
  const act = rowAct(row);
  if (act === null) return null;
  const told = { onError: (failure: Error) => void showToast({ tone: "trouble", title: `${WORDS[act]} did not work`, detail: failure.message }) };
  const run = () => {
    if (act === "upload") upload.mutate({ callId: row.id, bucketId: null }, told);
    else if (row.uploadId !== null) (act === "look-again" ? lookAgain : resend).mutate({ uploadId: row.uploadId }, told);
  };
  return (
    <Button size="small" className="z-1" aria-label={`${WORDS[act]}: ${row.externalId ?? "this call"}`} isPending={upload.isPending || lookAgain.isPending || resend.isPending} onPress={run}>
      {WORDS[act]}
    </Button>
  );
}
