"use client";

import { useState } from "react";
import type { GridFacets, GridWindow } from "@/lib/contracts/grid";
import type { BatchView } from "@/lib/contracts/intake";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { useBatch, useUploadBatch } from "@/lib/queries/batches";
import { useGridFacets } from "@/lib/queries/grid";
import { BATCH_SORT } from "@/components/grid/grid-sorts";
import { GridPlace } from "@/components/grid/grid-place";
import { useGridPlace } from "@/components/grid/use-grid-place";
import { PageHeader } from "@/components/shell/crumbs";
import { Notice } from "@/components/ui/notice";
import { BatchHead } from "./batch-head";
import { BatchProgress } from "./batch-progress";
import { NoBatchCalls } from "./no-batch-calls";
import { SourceNotes } from "./source-notes";
import { SumLine } from "./sum-line";

export interface BatchPlaceProps {
  readonly initialBatch: BatchView;
  readonly initialWindow: GridWindow;
  readonly initialFacets: GridFacets;
}

/** One intake: what came in, where each call stands, and changing and sending them one by one or all. */
export function BatchPlace({ initialBatch, initialWindow, initialFacets }: BatchPlaceProps) {
  const { id } = initialBatch;
  const batch = useBatch(id, initialBatch).data ?? initialBatch;
  const state = useGridPlace({ path: `/batches/${id}`, within: { batchId: id }, defaultSort: BATCH_SORT, initialWindow, initialFacets });
  const groups = (useGridFacets({ batchId: id }).data ?? initialFacets).groups;
  const [bucketId, setBucketId] = useState<string | null>(null);
  const upload = useUploadBatch();
  return (
    <div className="flex h-full flex-col [&>*]:shrink-0">
      <PageHeader crumbs={[{ label: "Calls", href: "/calls" }, { label: batch.name }]} />
      <BatchHead batch={batch} inZelto={groups["in-zelto"]} bucketId={bucketId} onBucketChange={setBucketId} isUploading={upload.isPending} onUpload={() => upload.mutate({ batchId: id, bucketId })} />
      <div className="flex flex-col gap-2 border-b border-line bg-surface px-4 py-2 empty:hidden">
        {upload.data === undefined ? null : <UploadAnswer queued={upload.data.queued} left={upload.data.left} />}
        {upload.error === null ? null : (
          <Notice tone="blocks" role="alert">
            {upload.error.problem.detail}
          </Notice>
        )}
        {batch.complete ? null : (
          <Notice tone="loses" title="Not whole.">
            {formatCount(batch.storedCount)} of {formatCount(batch.recordCount)} records have arrived. Take the same source in once more to add the others.
          </Notice>
        )}
        <SourceNotes sources={batch.sources} />
      </div>
      <BatchProgress sum={batch.sum} groups={groups} />
      <SumLine sum={batch.sum} />
      <div className="flex min-h-100 flex-1 max-md:min-h-[calc(100dvh-9rem)]">
        <GridPlace state={state} batchId={id} hasColumn={false} opensPanel bucketId={bucketId} empty={<NoBatchCalls state={state} />} />
      </div>
    </div>
  );
}

/** What "Upload all" did, and what it left with the reason. */
function UploadAnswer({ queued, left }: { readonly queued: number; readonly left: readonly { readonly reason: string; readonly count: number }[] }) {
  return (
    <Notice role="status" title={queued === 0 ? "Nothing was queued." : `${formatPlural(queued, "call")} queued.`}>
      {left.length === 0 ? "None was left out." : `Left out: ${left.map(({ reason, count }) => `${reason} (${count})`).join("; ")}.`}
    </Notice>
  );
}
