import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BatchPlace } from "@/components/batch/batch-place";
import { BATCH_ROWS } from "@/components/batch/batch-rows";
import { BatchIdInputSchema } from "@/lib/contracts/actions";
import { definePage } from "@/lib/server/define-page";
import { readCalls } from "@/lib/server/services/calls/list-calls";
import { readBatch } from "@/lib/server/services/intake/read-batches";

export const metadata: Metadata = { title: "Batch" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export default definePage(async (context, { params }: Props) => {
  const id = BatchIdInputSchema.safeParse({ batchId: (await params).id });
  if (!id.success) notFound();
  const [batch, list] = await Promise.all([readBatch(context, id.data.batchId), readCalls(context, { batchId: id.data.batchId, limit: BATCH_ROWS })]);
  if (!batch.ok || !list.ok) notFound();
  return <BatchPlace initialBatch={batch.value} initialList={list.value} />;
});
