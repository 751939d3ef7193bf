"use client";

import { FolderOpen } from "lucide-react";
import { useMemo, useState } from "react";
import { ComboBox } from "@/components/ui/combo-box";
import { useEditor } from "../editor-context";

export interface BucketFieldProps {
  readonly bucketId: string | null;
  readonly onChoose: (bucketId: string | null) => void;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A bucket of the call's agent; a bucket of another agent is not offered, because Zelto would refuse it. */
export function BucketField({ bucketId, onChoose }: BucketFieldProps) {
  const { board, judgement } = useEditor();
  const { agentId, agentExternalId } = judgement.summary;
  const options = useMemo(() => {
    const agent = board?.agents.find((candidate) => (agentId === null ? candidate.externalId === agentExternalId && agentExternalId !== null : candidate.id === agentId));
    const buckets = board?.buckets.filter((bucket) => agent !== undefined && bucket.agentId === agent.id) ?? [];
    return buckets.map(({ id, name }) => ({ id, label: name }));
  }, [board, agentId, agentExternalId]);
  const [text, setText] = useState(bucketId ?? "");
  const typed = (next: string): void => {
    setText(next);
    const named = options.find(({ label }) => label === next.trim());
    onChoose(named?.id ?? (UUID.test(next.trim()) ? next.trim() : null));
  };
  return (
    <div className="flex items-center gap-2 max-md:w-full">
      <span aria-hidden className="text-small text-ink-2 max-md:hidden">
        Bucket
      </span>
      <ComboBox
      key={options.length}
      label="Bucket"
      labelHidden
      className="w-54 max-md:w-full"
      options={options}
      text={text}
      onTextChange={typed}
      placeholder={options.length === 0 ? "Paste a bucket’s id" : "None"}
      prefix={<FolderOpen aria-hidden className="size-3.5 shrink-0 text-ink-3" />}
      error={text.trim() !== "" && bucketId === null ? "Not a bucket of this agent" : undefined}
      />
    </div>
  );
}
