"use client";

import { useState } from "react";
import { formatPlural } from "@/lib/core/format/count";
import { useDecideHeldWork, useResumeQueue } from "@/lib/queries/settings";
import { useShell } from "@/components/shell/shell-status";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";

/** What a person can do here about a standstill; the reason stands under the top bar. */
export function StandingNotices() {
  const { status } = useShell();
  const [asking, setAsking] = useState<"send-here" | "cancel" | null>(null);
  const resume = useResumeQueue();
  const decide = useDecideHeldWork({ onSuccess: () => setAsking(null) });
  const failure = resume.error?.problem.detail ?? decide.error?.problem.detail ?? null;
  const held = status?.heldForOtherTarget ?? 0;
  const uploads = formatPlural(held, "upload");
  const target = status?.target.kind === "sandbox" ? "the sandbox" : (status?.target.host ?? "the target in use");
  if (status === undefined || (held === 0 && status.pauses.length === 0 && failure === null)) return null;
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-surface px-4 py-3">
      {status.pauses.map((pause) => (
        <Notice
          key={pause.id}
          tone="loses"
          title="Sending stands still."
          actions={
            <Button size="small" isPending={resume.isPending} onPress={() => resume.mutate({ pauseId: pause.id })}>
              Resume
            </Button>
          }
        >
          {pause.waiting === 0 ? "Nothing waits." : `${formatPlural(pause.waiting, "upload")} ${pause.waiting === 1 ? "waits" : "wait"}, and nothing failed.`} Resume when the cause is gone.
        </Notice>
      ))}
      {held === 0 ? null : (
        <Notice
          tone="loses"
          title="Held."
          actions={
            <>
              <Button size="small" onPress={() => setAsking("send-here")}>
                Send to {target}
              </Button>
              <Button size="small" onPress={() => setAsking("cancel")}>
                Cancel them
              </Button>
            </>
          }
        >
          {uploads} {held === 1 ? "was" : "were"} meant for another Zelto. Switch back to it, or decide here.
        </Notice>
      )}
      {failure === null ? null : (
        <Notice tone="blocks" role="alert">
          {failure}
        </Notice>
      )}
      <ConfirmDialog
        title={asking === "cancel" ? `Cancel ${uploads}?` : `Send ${uploads} to ${target}?`}
        isOpen={asking !== null}
        onOpenChange={() => setAsking(null)}
        confirmLabel={asking === "cancel" ? `Cancel ${uploads}` : `Send ${uploads}`}
        cancelLabel="Not now"
        isPending={decide.isPending}
        onConfirm={() => {
          if (asking !== null) decide.mutate({ decision: asking, uploadId: null });
        }}
      >
        {asking === "cancel" ? "They are not sent anywhere. The calls stay here." : "They were meant for another Zelto. The same bytes go to the target in use; buckets chosen for them are dropped."}
      </ConfirmDialog>
    </div>
  );
}
