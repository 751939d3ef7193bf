"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { BucketBoardSchema, BucketDetailSchema, BucketMembersSchema, type BucketBoard, type BucketDetail } from "@/lib/contracts/buckets";
import { assignConversationAction, cancelAssignmentAction, checkAgainAction, createBucketAction } from "@/lib/actions/bucket-actions";
import { keys } from "./keys";
import { getJson } from "./request";
import { useAction } from "./use-action";

/** Agents, buckets and what Zelto does not tell, as last read by the server. */
export function useBucketBoard(initial?: BucketBoard) {
  return useQuery({
    queryKey: keys.buckets,
    queryFn: ({ signal }) => getJson("/api/buckets", BucketBoardSchema, { signal }),
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}

/** Asks the server to read agents and buckets from Zelto again. */
export function useRefreshBoard(): () => Promise<BucketBoard> {
  const client = useQueryClient();
  return () => client.query({ queryKey: keys.buckets, queryFn: ({ signal }) => getJson("/api/buckets?refresh=1", BucketBoardSchema, { signal }), staleTime: 0 });
}

/** One bucket with what was put into it from here. */
export function useBucketDetail(bucketId: string, initial?: BucketDetail) {
  return useQuery({
    queryKey: keys.bucket(bucketId),
    queryFn: ({ signal }) => getJson(`/api/buckets/${encodeURIComponent(bucketId)}`, BucketDetailSchema, { signal }),
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}

/** The members of a bucket as Zelto lists them, page by page. */
export function useBucketMembers(bucketId: string) {
  return useInfiniteQuery({
    queryKey: keys.bucketMembers(bucketId),
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => getJson(membersPath(bucketId, pageParam), BucketMembersSchema, { signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

function membersPath(bucketId: string, cursor: string): string {
  const path = `/api/buckets/${encodeURIComponent(bucketId)}/members`;
  return cursor === "" ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;
}

/** Makes a bucket for an agent. A new bucket is empty. */
export function useCreateBucket(options: { readonly onSuccess?: (answer: { readonly bucketId: string }) => void } = {}) {
  return useAction(createBucketAction, options);
}

/** Adds a conversation, named by its UUID or a dashboard link, to a bucket. */
export function useAssignConversation(options: { readonly onSuccess?: (answer: unknown) => void } = {}) {
  return useAction(assignConversationAction, options);
}

/** Takes back an assignment that still waits. */
export function useCancelAssignment() {
  return useAction(cancelAssignmentAction);
}

/** Forgets which reads were missing, so that they are tried again. */
export function useCheckAgain() {
  return useAction(checkAgainAction);
}
