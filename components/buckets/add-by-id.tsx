"use client";

import { useState } from "react";
import { useAssignConversation } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** Adds a conversation that was not uploaded from here, or whose id Intake could not find. */
export function AddById({ bucketId }: { readonly bucketId: string | null }) {
  const [bucket, setBucket] = useState(bucketId ?? "");
  const [reference, setReference] = useState("");
  const assign = useAssignConversation({ onSuccess: () => setReference("") });
  return (
    <form
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        assign.mutate({ reference: reference.trim(), bucketId: bucket.trim() });
      }}
    >
      {bucketId === null ? <TextField label="Bucket id" mono value={bucket} onChange={setBucket} autoComplete="off" /> : null}
      <TextField label="Conversation id or dashboard link" mono value={reference} onChange={setReference} autoComplete="off" description="Search the reference id under Conversations in Zelto, then paste what you find" />
      <div>
        <Button type="submit" isPending={assign.isPending} isDisabled={reference.trim() === "" || bucket.trim() === ""}>
          Add to bucket
        </Button>
      </div>
      <div aria-live="polite">
        {assign.error !== null ? <Notice tone="blocks">{assign.error.problem.detail}</Notice> : assign.isSuccess ? <Notice>Taken on. What became of it stands under Assignments.</Notice> : null}
      </div>
    </form>
  );
}
