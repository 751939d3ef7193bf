"use client";

import { useState } from "react";
import { forgetAllPending } from "@/lib/intake/pending-store";
import { useDeleteEverything } from "@/lib/queries/settings";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TextField } from "@/components/ui/text-field";

const WORDS = "delete everything";

/** Deletes all that Intake keeps. What is in Zelto stays there. */
export function DeletePanel() {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const [done, setDone] = useState<string | null>(null);
  const action = useDeleteEverything({
    onSuccess: ({ calls, batches }) => {
      // Sources of intakes that broke off are kept in the browser as well.
      void forgetAllPending();
      setDone(`Deleted ${calls} ${calls === 1 ? "call" : "calls"} of ${batches} ${batches === 1 ? "batch" : "batches"}. What is in Zelto stays there.`);
      setAsking(false);
      setTyped("");
    },
  });
  return (
    <Panel title="Delete all data here" label="Delete all data here">
      <p className="mb-3 text-body text-ink-2">
        Sources, calls, versions, edits, uploads, attempts and what was taught go, from the screen, the store’s files and this browser. Conversations in Zelto stay.
      </p>
      <Button variant="danger-outlined" onPress={() => setAsking(true)}>
        Delete everything
      </Button>
      {done === null ? null : (
        <Notice role="status" className="mt-3">
          {done}
        </Notice>
      )}
      <ConfirmDialog
        title="Delete everything that Intake keeps?"
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel="Delete everything"
        isConfirmDisabled={typed.trim() !== WORDS}
        isPending={action.isPending}
        onConfirm={() => action.mutate({ confirmation: WORDS })}
      >
        <p className="mb-3">This cannot be taken back. Nothing is removed from Zelto.</p>
        <TextField label={`Type “${WORDS}”`} value={typed} onChange={setTyped} autoComplete="off" />
        {action.error === null ? null : (
          <Notice tone="blocks" role="alert" className="mt-3">
            {action.error.problem.detail}
          </Notice>
        )}
      </ConfirmDialog>
    </Panel>
  );
}
