import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BatchPlace } from "@/components/batch/batch-place";
import { readView } from "@/components/grid/grid-address";
import { BATCH_SORT } from "@/components/grid/grid-sorts";
import { BatchIdInputSchema } from "@/lib/contracts/actions";
import { definePage } from "@/lib/server/define-page";
import { readFacets } from "@/lib/server/services/grid/read-facets";
import { readWindow } from "@/lib/server/services/grid/read-window";
import { readBatch } from "@/lib/server/services/intake/read-batches";
import { firstParameters, type SearchParameters } from "../../search-parameters";

export const metadata: Metadata = { title: "Batch" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export default definePage(async (context, { params, searchParams }: Props) => {
  const id = BatchIdInputSchema.safeParse({ batchId: (await params).id });
  if (!id.success) notFound();
  const batch = await readBatch(context, id.data.batchId);
  if (!batch.ok) notFound();
  const view = readView(firstParameters(await searchParams));
  const filter = { ...view.filter, batchId: id.data.batchId };
  const [window, facets] = await Promise.all([readWindow(context, { ...filter, ...(view.sort ?? BATCH_SORT), offset: 0, limit: 100 }), readFacets(context, filter)]);
  return <BatchPlace initialBatch={batch.value} initialWindow={window} initialFacets={facets} />;
});
