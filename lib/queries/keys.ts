import type { CallFilter } from "@/lib/contracts/calls";
import type { GridFilter, GridSort } from "@/lib/contracts/grid";

/**
 * Every query key. A key that begins with `draft` is never refetched because something moved elsewhere: the open editor
 * owns that state and learns of other writers through its own saves.
 */
export const keys = {
  status: ["status"] as const,
  calls: ["calls"] as const,
  callList: (filter: Partial<CallFilter>) => ["calls", "list", filter] as const,
  gridWindow: (filter: GridFilter, sort: GridSort, number: number) => ["grid", "window", filter, sort, number] as const,
  gridFacets: (filter: GridFilter) => ["grid", "facets", filter] as const,
  problemGroups: (filter: GridFilter) => ["grid", "problems", filter] as const,
  bulkChanges: ["bulk"] as const,
  bulkChange: (id: string) => ["bulk", "one", id] as const,
  replacePreview: (previewId: string) => ["bulk", "preview", previewId] as const,
  draft: (callId: string) => ["draft", callId] as const,
  activity: (callId: string) => ["activity", callId] as const,
  attempt: (attemptId: string) => ["attempt", attemptId] as const,
  batches: ["batches"] as const,
  batch: (batchId: string) => ["batches", batchId] as const,
  buckets: ["buckets"] as const,
  bucket: (bucketId: string) => ["buckets", bucketId] as const,
  bucketMembers: (bucketId: string) => ["buckets", bucketId, "members"] as const,
  connection: ["connection"] as const,
  sandboxDials: ["sandbox", "dials"] as const,
  sandboxRequests: ["sandbox", "requests"] as const,
  sandboxRequest: (requestId: string) => ["sandbox", "requests", requestId] as const,
};
