"use client";

import { useQuery } from "@tanstack/react-query";
import { deleteBatchAction } from "@/lib/actions/deletion-actions";
import { uploadBatchAction } from "@/lib/actions/upload-actions";
import { BatchViewSchema, type BatchView } from "@/lib/contracts/intake";
import { keys } from "./keys";
import { getJson } from "./request";
import { useAction } from "./use-action";

/** One batch with its sum. */
export function useBatch(batchId: string, initial?: BatchView) {
  return useQuery({
    queryKey: keys.batch(batchId),
    queryFn: ({ signal }) => getJson(`/api/batches/${batchId}`, BatchViewSchema, { signal }),
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}

/** Queues what of a batch can be sent without a further word; says what it left and why. */
export function useUploadBatch(options: { readonly onSuccess?: (answer: { readonly queued: number }) => void } = {}) {
  return useAction(uploadBatchAction, options);
}

/** Deletes a batch with its calls here; what is in Zelto stays. */
export function useDeleteBatch(options: { readonly onSuccess?: (answer: { readonly calls: number; readonly batches: number }) => void } = {}) {
  return useAction(deleteBatchAction, options);
}
