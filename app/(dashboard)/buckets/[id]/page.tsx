import type { Metadata } from "next";
import { BucketsPlace } from "@/components/buckets/buckets-place";
import { definePage } from "@/lib/server/define-page";
import { readBoard } from "@/lib/server/services/buckets/bucket-board";
import { readBucket } from "@/lib/server/services/buckets/bucket-detail";
import { deliveryContext } from "@/lib/server/services/delivery-context";

export const metadata: Metadata = { title: "Bucket" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export default definePage(async (context, { params }: Props) => {
  const id = decodeURIComponent((await params).id);
  const delivery = deliveryContext(context);
  const [board, bucket] = await Promise.all([readBoard(delivery, { refresh: false }), readBucket(delivery, id)]);
  return <BucketsPlace initialBoard={board} agentId={null} bucketId={id} initialBucket={bucket.ok ? bucket.value : null} />;
});
