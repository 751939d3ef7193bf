"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { uploadCallAction } from "@/lib/actions/upload-actions";
import { CallDetailSchema, CallListSchema, type CallFilter, type CallList } from "@/lib/contracts/calls";
import { keys } from "./keys";
import { ApiFailure, getJson } from "./request";
import { useAction } from "./use-action";

/** A filter as the page writes it: paging is the query's own business. */
export type ListFilter = Omit<CallFilter, "cursor">;

/** Calls under a filter, page by page; the pages already shown follow by themselves when something moves. */
export function useCallList(filter: ListFilter, initial?: CallList) {
  return useInfiniteQuery({
    queryKey: keys.callList(filter),
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => getJson(listPath(filter, pageParam), CallListSchema, { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...(initial === undefined ? {} : { initialData: { pages: [initial], pageParams: [""] } }),
  });
}

function listPath(filter: ListFilter, cursor: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...(cursor === "" ? {} : { cursor }) })) query.set(name, String(value));
  return `/api/calls?${query.toString()}`;
}

/** Uploads a call as it is saved now. Lists do not hold revisions, so the newest is read first. */
export function useUploadSaved() {
  return useAction(async ({ callId, bucketId }: { readonly callId: string; readonly bucketId: string | null }) => {
    try {
      const { draft } = await getJson(`/api/calls/${callId}`, CallDetailSchema);
      return await uploadCallAction({ callId, revision: draft.revision, sendAnyway: false, bucketId });
    } catch (error) {
      if (error instanceof ApiFailure) return { ok: false as const, problem: error.problem };
      throw error;
    }
  });
}
