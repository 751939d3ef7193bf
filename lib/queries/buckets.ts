"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { BucketBoardSchema, BucketDetailSchema, BucketMembersSchema, type BucketBoard, type BucketDetail } from "@/lib/contracts/buckets";
import { keys } from "./keys";
import { getJson } from "./request";

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
  return () => client.fetchQuery({ queryKey: keys.buckets, queryFn: ({ signal }) => getJson("/api/buckets?refresh=1", BucketBoardSchema, { signal }), staleTime: 0 });
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
