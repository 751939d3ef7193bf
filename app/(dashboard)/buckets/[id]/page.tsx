import type { Metadata } from "next";
import { BucketsPlace } from "@/components/buckets/buckets-place";
import { definePage } from "@/lib/server/define-page";
import { readBoard, readBucket } from "@/lib/server/services/buckets";

export const metadata: Metadata = { title: "Bucket" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export default definePage(async (context, { params }: Props) => {
  const id = decodeURIComponent((await params).id);
  const [board, bucket] = await Promise.all([readBoard(context), readBucket(context, id)]);
  return <BucketsPlace initialBoard={board} agentId={null} bucketId={id} initialBucket={bucket.ok ? bucket.value : null} />;
});
