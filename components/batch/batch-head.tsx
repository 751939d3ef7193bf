"use client";

import { Ellipsis, Trash2, Upload } from "lucide-react";
import { useState } from "react";
import type { BatchView } from "@/lib/contracts/intake";
import { formatPlural } from "@/lib/core/format/count";
import { useBucketBoard } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { TimeText } from "@/components/ui/time-text";
import { DeleteBatchDialog } from "./delete-batch-dialog";
import { UploadAllDialog } from "./upload-all-dialog";

export interface BatchHeadProps {
  readonly batch: BatchView;
  readonly inZelto: number;
  readonly bucketId: string | null;
  readonly onBucketChange: (bucketId: string | null) => void;
  readonly isUploading: boolean;
  readonly onUpload: () => void;
}

const NO_BUCKET = "none";
const KIND_WORDS: Readonly<Record<BatchView["kind"], string>> = { paste: "by paste", file: "from files", sample: "from a sample", blank: "as a blank call" };

/** Name, counts, the bucket for all, and what can be done with the batch as a whole. */
export function BatchHead(props: BatchHeadProps) {
  const { batch, inZelto, bucketId, onBucketChange, isUploading, onUpload } = props;
  const [dialog, setDialog] = useState<"upload" | "delete" | null>(null);
  const close = () => setDialog(null);
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <h1 className="text-title break-words">
          <bdi>{batch.name}</bdi>
        </h1>
        <p className="text-small text-ink-2">
          {batch.sources.length > 1 ? `${formatPlural(batch.sources.length, "file")}, ` : ""}
          {formatPlural(batch.storedCount, "call")}. Taken in <TimeText at={batch.createdAt} /> {KIND_WORDS[batch.kind]}.
        </p>
      </div>
      <BucketChoice bucketId={bucketId} onChange={onBucketChange} />
      <Button variant="primary" size="bar" isPending={isUploading} onPress={() => setDialog("upload")} icon={<Upload aria-hidden className="size-3.5" strokeWidth={2.2} />}>
        Upload all
      </Button>
      <Menu
        label="Batch menu"
        trigger={<IconButton label="Batch menu" variant="outlined" size="bar" icon={<Ellipsis aria-hidden className="size-4" strokeWidth={2.2} />} />}
        actions={[{ id: "delete", label: "Delete batch", icon: <Trash2 aria-hidden className="size-3.5" strokeWidth={2.2} />, isDanger: true, onAction: () => setDialog("delete") }]}
      />
      {dialog === "upload" ? (
        <UploadAllDialog
          batchId={batch.id}
          onClose={close}
          onConfirm={() => {
            close();
            onUpload();
          }}
        />
      ) : null}
      <DeleteBatchDialog isOpen={dialog === "delete"} onClose={close} batch={batch} inZelto={inZelto} />
    </header>
  );
}

/** A bucket for all: the assignments wait and fire as the calls land. */
function BucketChoice({ bucketId, onChange }: { readonly bucketId: string | null; readonly onChange: (bucketId: string | null) => void }) {
  const board = useBucketBoard().data;
  const options = [
    { id: NO_BUCKET, label: "No bucket" },
    ...(board?.buckets ?? []).map(({ id, name, agentLabel }) => ({ id, label: name, ...(agentLabel === null ? {} : { detail: agentLabel }) })),
  ];
  return <Select label="Bucket" labelHidden prefix={<span className="text-small text-ink-3">Bucket</span>} options={options} value={bucketId ?? NO_BUCKET} onChange={(id) => onChange(id === NO_BUCKET ? null : id)} className="w-60 max-md:w-full" />;
}
