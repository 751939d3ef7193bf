"use client";

import { FolderOpen } from "lucide-react";
import { useMemo, useState } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useEditor } from "../editor-context";

export interface BucketFieldProps {
  readonly bucketId: string | null;
  readonly onChoose: (bucketId: string | null) => void;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NONE = "none";
const ICON = <FolderOpen aria-hidden className="size-3.5 shrink-0 text-ink-3" />;

/** A bucket of the call's agent; one of another agent is not offered, because Zelto would refuse it. Without a list an id is pasted. */
export function BucketField({ bucketId, onChoose }: BucketFieldProps) {
  const { board, judgement } = useEditor();
  const { agentId, agentExternalId } = judgement.summary;
  const options = useMemo(() => {
    const agent = board?.agents.find((candidate) => (agentId === null ? candidate.externalId === agentExternalId && agentExternalId !== null : candidate.id === agentId));
    const buckets = board?.buckets.filter((bucket) => agent !== undefined && bucket.agentId === agent.id) ?? [];
    return [{ id: NONE, label: "None" }, ...buckets.map(({ id, name }) => ({ id, label: name }))];
  }, [board, agentId, agentExternalId]);
  return (
    <div data-bucket-field className="flex min-w-0 items-center gap-2 max-md:flex-1 max-md:*:w-full max-md:*:min-w-0">
      <span aria-hidden className="text-small text-ink-2 max-md:hidden">
        Bucket
      </span>
      {options.length > 1 ? (
        <Select label="Bucket" labelHidden className="w-54 max-md:w-full" options={options} value={bucketId ?? NONE} onChange={(id) => onChoose(id === NONE ? null : id)} prefix={ICON} />
      ) : (
        <PastedBucket onChoose={onChoose} />
      )}
    </div>
  );
}

/** For an agent without a listed bucket: its id, as Zelto's address bar has it. */
function PastedBucket({ onChoose }: Pick<BucketFieldProps, "onChoose">) {
  const [text, setText] = useState("");
  const isId = UUID.test(text.trim());
  const change = (next: string): void => {
    setText(next);
    onChoose(UUID.test(next.trim()) ? next.trim() : null);
  };
  return (
    <TextField
      label="Bucket"
      labelHidden
      className="w-54 max-md:w-full"
      mono
      prefix={ICON}
      placeholder="Paste a bucket’s id"
      value={text}
      onChange={change}
      error={text.trim() === "" || isId ? undefined : "A bucket’s id is a UUID"}
    />
  );
}
