"use client";

import { useState } from "react";
import type { ShellStatus } from "@/lib/contracts/status";
import { useDecideHeldWork, useResumeQueue } from "@/lib/queries/settings";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";

/** What stands still and why: pauses of this target, and work that waits for another one. */
export function HeldPanel({ status }: { readonly status: ShellStatus }) {
  const [asking, setAsking] = useState<"send-here" | "cancel" | null>(null);
  const resume = useResumeQueue();
  const decide = useDecideHeldWork({ onSuccess: () => setAsking(null) });
  const failure = resume.error?.problem.detail ?? decide.error?.problem.detail ?? null;
  const held = status.heldForOtherTarget;
  const uploads = `${held} ${held === 1 ? "upload" : "uploads"}`;
  if (held === 0 && status.pauses.length === 0) return null;
  return (
    <Panel title="Waiting for you" label="Waiting for you">
      <div className="flex flex-col gap-3">
        {status.pauses.map(({ id, sentence, waiting }) => (
          <Notice key={id} tone="loses" actions={<Button size="small" onPress={() => resume.mutate({ pauseId: id })}>Resume</Button>}>
            {sentence} {waiting === 0 ? "" : `${waiting} waiting; nothing is lost.`}
          </Notice>
        ))}
        {held === 0 ? null : (
          <Notice
            tone="loses"
            actions={
              <>
                <Button size="small" onPress={() => setAsking("send-here")}>
                  Send to this target
                </Button>
                <Button size="small" onPress={() => setAsking("cancel")}>
                  Cancel them
                </Button>
              </>
            }
          >
            {uploads} {held === 1 ? "waits" : "wait"} for another target. Switch back to it, or decide here.
          </Notice>
        )}
        {failure === null ? null : (
          <Notice tone="blocks" role="alert">
            {failure}
          </Notice>
        )}
      </div>
      <ConfirmDialog
        title={asking === "cancel" ? `Cancel ${uploads}?` : `Send ${uploads} to ${status.target.kind === "sandbox" ? "the sandbox" : status.target.host}?`}
        isOpen={asking !== null}
        onOpenChange={() => setAsking(null)}
        confirmLabel={asking === "cancel" ? `Cancel ${uploads}` : `Send ${uploads}`}
        isPending={decide.isPending}
        onConfirm={() => asking !== null && decide.mutate({ decision: asking, uploadId: null })}
      >
        {asking === "cancel" ? "They are not sent anywhere. The calls stay here." : "They were meant for another Zelto. The same bytes go to the target in use."}
      </ConfirmDialog>
    </Panel>
  );
}
