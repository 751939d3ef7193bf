"use client";

import { useRef, useState } from "react";
import type { CallList } from "@/lib/contracts/calls";
import type { BatchView } from "@/lib/contracts/intake";
import { formatPlural } from "@/lib/core/format/count";
import { useBatch, useUploadBatch } from "@/lib/queries/batches";
import { useCallList } from "@/lib/queries/calls";
import { useRowKeys } from "@/components/shell/use-row-keys";
import { PageHeader } from "@/components/shell/crumbs";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { BatchHead } from "./batch-head";
import { BATCH_ROWS } from "./batch-rows";
import { BatchProgress } from "./batch-progress";
import { BatchTable } from "./batch-table";
import { SourceNotes } from "./source-notes";
import { SumLine } from "./sum-line";

export interface BatchPlaceProps {
  readonly initialBatch: BatchView;
  readonly initialList: CallList;
}

/** One intake: what came in, where each call stands, and sending them one by one or all. */
export function BatchPlace({ initialBatch, initialList }: BatchPlaceProps) {
  const batch = useBatch(initialBatch.id, initialBatch).data ?? initialBatch;
  const query = useCallList({ batchId: initialBatch.id, limit: BATCH_ROWS }, initialList);
  const [bucketId, setBucketId] = useState<string | null>(null);
  const upload = useUploadBatch();
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const pages = query.data?.pages ?? [initialList];
  const rows = pages.flatMap((page) => page.rows);
  const list = pages[0] ?? initialList;
  return (
    <div ref={place} className="flex min-h-full flex-col">
      <PageHeader crumbs={[{ label: "Calls", href: "/calls" }, { label: batch.name }]} />
      <BatchHead
        batch={batch}
        rows={rows}
        isWhole={!query.hasNextPage}
        inZelto={list.groups["in-zelto"]}
        bucketId={bucketId}
        onBucketChange={setBucketId}
        isUploading={upload.isPending}
        onUpload={() => upload.mutate({ batchId: batch.id, bucketId })}
      />
      <div className="flex flex-col gap-2 px-4 py-3 empty:hidden">
        {upload.data === undefined ? null : <UploadAnswer queued={upload.data.queued} left={upload.data.left} />}
        {upload.error === null ? null : (
          <Notice tone="blocks" role="alert">
            {upload.error.problem.detail}
          </Notice>
        )}
        {batch.complete ? null : (
          <Notice tone="loses" title="Not whole.">
            {batch.storedCount} of {batch.recordCount} records have arrived. Take the same source in once more to add the others.
          </Notice>
        )}
        <SourceNotes sources={batch.sources} />
      </div>
      <BatchProgress sum={batch.sum} groups={list.groups} />
      <SumLine sum={batch.sum} />
      <div className="min-w-0 flex-1 overflow-x-auto bg-surface">
        <BatchTable rows={rows} bucketId={bucketId} />
        {query.hasNextPage ? (
          <div className="flex justify-center p-4">
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              Load more
            </Button>
          </div>
        ) : null}
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
