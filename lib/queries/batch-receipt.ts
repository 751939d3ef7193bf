"use client";

import { useQuery } from "@tanstack/react-query";
import { BatchReceiptSchema } from "@/lib/contracts/batch-receipt";
import { keys } from "./keys";
import { getJson } from "./request";

/** What became of the values of a batch's sources, grouped by place and reason. */
export function useBatchReceipt(batchId: string) {
  return useQuery({ queryKey: [...keys.batch(batchId), "receipt"], queryFn: ({ signal }) => getJson(`/api/batches/${batchId}/receipt`, BatchReceiptSchema, { signal }) });
}
