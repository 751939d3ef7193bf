"use client";

import { ExternalLink } from "lucide-react";
import type { BucketDetail } from "@/lib/contracts/buckets";
import { useBucketDetail } from "@/lib/queries/buckets";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { AddById } from "./add-by-id";
import { AssignmentList } from "./assignment-list";
import { FillBar } from "./fill-bar";
import { MemberList } from "./member-list";

export interface BucketPaneProps {
  readonly bucketId: string;
  readonly initial: BucketDetail | null;
}

/** One bucket: how far it is filled from here, what waits, who is in it. */
export function BucketPane({ bucketId, initial }: BucketPaneProps) {
  const query = useBucketDetail(bucketId, initial ?? undefined);
  if (query.data === undefined) {
    return query.error === null ? <div aria-busy="true" className="p-4" /> : <Notice tone="blocks" className="m-4">{query.error.message}</Notice>;
  }
  const { bucket, assignments } = query.data;
  return (
    <section aria-label={bucket.name} className="flex min-h-0 flex-col border-l border-line bg-surface max-lg:border-t max-lg:border-l-0">
      <header className="flex flex-col gap-2 px-4 py-3">
        <div className="flex items-start gap-3">
          <h2 className="min-w-0 flex-1 text-title">
            <bdi>{bucket.name}</bdi>
          </h2>
          {bucket.url === null ? null : (
            <LinkButton href={bucket.url} target="_blank" rel="noopener noreferrer" icon={<ExternalLink aria-hidden className="size-3.5" />}>
              Open in Zelto
            </LinkButton>
          )}
        </div>
        <p className="text-small text-ink-3">
          {bucket.agentLabel === null ? "" : `Agent ${bucket.agentLabel}. `}
          <span className="text-code">{bucket.id}</span>
        </p>
        <FillBar added={bucket.added} chosen={bucket.chosen} />
        <p className="flex flex-wrap gap-x-4 text-small text-ink-2 tabular-nums">
          <span>
            <strong className="font-semibold text-ink">{bucket.added}</strong> added
          </span>
          <span>
            <strong className="font-semibold text-ink">{bucket.waiting}</strong> waiting
          </span>
          <span className={bucket.refused > 0 ? "text-blocks" : ""}>
            <strong className="font-semibold">{bucket.refused}</strong> refused
          </span>
          <span className="ml-auto">{bucket.chosen} chosen</span>
        </p>
      </header>
      <Tabs className="min-h-0 flex-1 border-t border-line">
        <TabList label="Bucket">
          <Tab id="assignments" label="Assignments" extra={assignments.length} />
          <Tab id="members" label="Members" />
          <Tab id="add" label="Add by id" />
        </TabList>
        <TabPanel id="assignments" className="overflow-y-auto">
          <AssignmentList assignments={assignments} />
        </TabPanel>
        <TabPanel id="members" className="overflow-y-auto">
          <MemberList bucketId={bucketId} />
        </TabPanel>
        <TabPanel id="add" className="overflow-y-auto">
          <AddById bucketId={bucketId} />
        </TabPanel>
      </Tabs>
    </section>
  );
}
