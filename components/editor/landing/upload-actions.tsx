"use client";

import { RotateCw } from "lucide-react";
import type { UploadView } from "@/lib/contracts/activity";
import { useCancelUpload, useResendUpload } from "@/lib/queries/activity";
import { fateGroup } from "@/lib/core/uploads/fate";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** What happened and what may be done now: send the same bytes again, or cancel what has not left. */
export function UploadActions({ upload }: { readonly upload: UploadView }) {
  const resend = useResendUpload();
  const cancel = useCancelUpload();
  const isTroubled = fateGroup(upload.fate) === "needs-you" || upload.fate === "unknown" || upload.fate === "ignored";
  if (!upload.canResend && !upload.canCancel && !isTroubled) return null;
  const failure = resend.error?.problem.detail ?? cancel.error?.problem.detail ?? null;
  return (
    <div className="flex flex-col gap-2">
      {isTroubled ? (
        <Notice tone={upload.fate === "rejected" ? "blocks" : upload.fate === "ignored" ? "info" : "loses"} role="status">
          {upload.sentence}
          {upload.fieldErrors.length === 0 ? null : (
            <ul className="mt-1 list-disc pl-4">
              {upload.fieldErrors.slice(0, 10).map(({ path, message }) => (
                <li key={`${path.join(".")} ${message}`}>
                  <span className="text-code">{path.join(".")}</span> {message}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {upload.canResend ? (
          <>
            <Button size="small" icon={<RotateCw aria-hidden className="size-3.5" />} isPending={resend.isPending} onPress={() => resend.mutate({ uploadId: upload.id })}>
              Send again
            </Button>
            <span className="text-small text-ink-3">safe, same id</span>
          </>
        ) : null}
        {upload.canCancel ? (
          <Button size="small" isPending={cancel.isPending} onPress={() => cancel.mutate({ uploadId: upload.id })}>
            Cancel
          </Button>
        ) : null}
      </div>
      {failure === null ? null : (
        <Notice tone="blocks" role="alert">
          {failure}
        </Notice>
      )}
    </div>
  );
}
