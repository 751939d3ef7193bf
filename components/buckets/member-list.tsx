"use client";

import Link from "next/link";
import { useBucketMembers } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { TimeText } from "@/components/ui/time-text";

/** The conversations that Zelto says are in the bucket, whoever added them. */
export function MemberList({ bucketId }: { readonly bucketId: string }) {
  const query = useBucketMembers(bucketId);
  const pages = query.data?.pages ?? [];
  const members = pages.flatMap((page) => page.members);
  const unavailable = query.error?.message ?? pages.find((page) => page.unavailable !== null)?.unavailable ?? null;
  if (unavailable !== null) return <Notice className="m-4">{unavailable}</Notice>;
  if (query.isSuccess && members.length === 0) return <EmptyState title="Zelto lists no member of this bucket" />;
  return (
    <div aria-busy={query.isPending}>
      <ul aria-label="Members">
        {members.map(({ conversationId, referenceId, name, createdAt, callId }) => (
          <li key={conversationId} className="flex min-h-8.25 flex-wrap items-center gap-x-3 border-b border-line px-4 py-1.5 text-small">
            {callId === null ? <span className="text-code break-all">{referenceId ?? conversationId}</span> : <Link href={`/calls/${callId}`} className="text-code break-all text-ink hover:underline">{referenceId ?? conversationId}</Link>}
            <bdi className="min-w-0 flex-1 truncate text-ink-2">{name}</bdi>
            <TimeText at={createdAt} className="text-ink-3" />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="px-4 py-2">
          <Button size="small" onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
            Load more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
