"use client";

import { Eye } from "lucide-react";
import { useState } from "react";
import type { UploadView } from "@/lib/contracts/activity";
import { useLookAgain, useResolveConversation } from "@/lib/queries/activity";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** Likely causes, most likely first, and the way out: a pasted id or link. */
export function MissingPanel({ upload }: { readonly upload: UploadView }) {
  const [reference, setReference] = useState("");
  const look = useLookAgain();
  const resolve = useResolveConversation({ onSuccess: () => setReference("") });
  const failure = resolve.error?.problem.detail ?? look.error?.problem.detail ?? null;
  return (
    <section aria-label="Not seen yet" className="rounded-panel border border-line bg-sunken p-3 text-small">
      {upload.missingCauses.length === 0 ? null : (
        <>
          <h3 className="text-body font-semibold">Likely causes, most likely first</h3>
          <ol className="my-2 flex flex-col gap-1.5">
            {upload.missingCauses.map(({ code, title, detail }, index) => (
              <li key={code} className="flex gap-2">
                <span aria-hidden className="flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong text-ink-3">
                  {index + 1}
                </span>
                <span>
                  <span className="font-medium text-ink">{title}</span> <span className="text-ink-2">{detail}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          resolve.mutate({ uploadId: upload.id, reference: reference.trim() });
        }}
      >
        <TextField label="Conversation id or dashboard link" className="min-w-60 flex-1" mono value={reference} onChange={setReference} autoComplete="off" />
        <Button type="submit" isPending={resolve.isPending} isDisabled={reference.trim() === ""}>
          Check it
        </Button>
        <Button icon={<Eye aria-hidden className="size-3.5" />} isPending={look.isPending} onPress={() => look.mutate({ uploadId: upload.id })}>
          Look again
        </Button>
      </form>
      {failure === null ? null : (
        <Notice tone="blocks" role="alert" className="mt-2">
          {failure}
        </Notice>
      )}
    </section>
  );
}
