"use client";

import { FolderOpen, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { BucketBoard, BucketDetail } from "@/lib/contracts/buckets";
import { useBucketBoard } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { AddById } from "./add-by-id";
import { AgentList } from "./agent-list";
import { BucketPane } from "./bucket-pane";
import { BucketTable } from "./bucket-table";
import { CreateBucketDialog } from "./create-bucket-dialog";
import { MissingReads } from "./missing-reads";

export interface BucketsPlaceProps {
  readonly initialBoard: BucketBoard;
  readonly agentId: string | null;
  readonly bucketId: string | null;
  readonly initialBucket: BucketDetail | null;
}

/** Agents at the left, their buckets in the middle, one bucket at the right. */
export function BucketsPlace({ initialBoard, agentId, bucketId, initialBucket }: BucketsPlaceProps) {
  const router = useRouter();
  const [creating, setCreating] = useState(false);
  const board = useBucketBoard(initialBoard).data ?? initialBoard;
  const openBucket = board.buckets.find(({ id }) => id === bucketId);
  const chosenAgent = agentId ?? openBucket?.agentId ?? initialBucket?.bucket.agentId ?? board.agents[0]?.id ?? null;
  const agent = board.agents.find(({ id }) => id === chosenAgent);
  const buckets = board.buckets.filter((bucket) => bucket.agentId === chosenAgent || bucket.agentId === null);
  return (
    <div className="grid h-full min-h-0 grid-cols-[264px_minmax(0,1fr)] max-lg:grid-cols-1 max-lg:content-start lg:has-data-bucket:grid-cols-[264px_minmax(0,1fr)_472px]">
      <AgentList agents={board.agents} chosen={chosenAgent} />
      <div className="flex min-h-0 min-w-0 flex-col overflow-y-auto">
        <header className="flex min-h-11 flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-1.5">
          <h1 className="min-w-0 flex-1 truncate text-body font-semibold">{agent === undefined ? "Buckets" : <span className="text-code font-semibold">{agent.externalId ?? agent.name}</span>}</h1>
          <Button variant="primary" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => setCreating(true)}>
            Create bucket
          </Button>
        </header>
        <div className="flex flex-col gap-4 p-5 max-md:p-4">
          {buckets.length === 0 ? <NoBuckets agentName={agent?.name ?? null} /> : <BucketTable buckets={buckets} chosen={bucketId} />}
          <MissingReads board={board} />
          <Panel title="Add by ids" note="for a bucket or a conversation that is not listed here" flush>
            <AddById bucketId={null} />
          </Panel>
        </div>
      </div>
      {bucketId === null ? null : (
        <div data-bucket className="contents">
          <BucketPane key={bucketId} bucketId={bucketId} initial={initialBucket} />
        </div>
      )}
      {creating ? <CreateBucketDialog agents={board.agents} agentId={chosenAgent} isOpen onOpenChange={setCreating} onCreated={(id) => router.push(`/buckets/${encodeURIComponent(id)}`)} /> : null}
    </div>
  );
}

function NoBuckets({ agentName }: { readonly agentName: string | null }) {
  return (
    <EmptyState icon={<FolderOpen aria-hidden className="size-5.5" />} title={agentName === null ? "No agents yet" : `No bucket for ${agentName} yet`}>
      {agentName === null ? "Agents appear here when Zelto lists them, or when a call that names one has landed." : "A bucket is a hand-picked set of one agent’s conversations, kept together for review."}
    </EmptyState>
  );
}
