import type { Metadata } from "next";
import { BucketsPlace } from "@/components/buckets/buckets-place";
import { definePage } from "@/lib/server/define-page";
import { readBoard } from "@/lib/server/services/buckets/bucket-board";
import { deliveryContext } from "@/lib/server/services/delivery-context";

export const metadata: Metadata = { title: "Buckets" };

interface Props {
  readonly searchParams: Promise<{ readonly agent?: string | string[] }>;
}

export default definePage(async (context, { searchParams }: Props) => {
  const { agent } = await searchParams;
  return <BucketsPlace initialBoard={await readBoard(deliveryContext(context), { refresh: false })} agentId={typeof agent === "string" ? agent : null} bucketId={null} initialBucket={null} />;
});
