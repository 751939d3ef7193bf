"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CallDetailSchema, SaveDraftAnswerSchema, type CallDetail, type SaveDraftAnswer, type SaveDraftInput } from "@/lib/contracts/calls";
import { keys } from "./keys";
import { getJson, sendJson } from "./request";

/** Where a call is read. */
export function callDetailPath(callId: string): string {
  return `/api/calls/${callId}`;
}

/** A call with its draft. Read once: the open editor owns the draft and follows others through `refetch`. */
export function useCallDetail(callId: string, initial: CallDetail | null) {
  return useQuery({
    queryKey: keys.draft(callId),
    queryFn: ({ signal }) => getJson(callDetailPath(callId), CallDetailSchema, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    ...(initial === null ? {} : { initialData: initial }),
  });
}

/** Reads the call again, past every cache. */
export function useReadCall(): (callId: string) => Promise<CallDetail> {
  const client = useQueryClient();
  return (callId) => client.query({ queryKey: ["call", callId], queryFn: ({ signal }) => getJson(callDetailPath(callId), CallDetailSchema, { signal }), staleTime: 0 });
}

/** Writes steps of the draft's history; throws `ApiFailure`. */
export function saveDraft(callId: string, input: SaveDraftInput): Promise<SaveDraftAnswer> {
  return sendJson("POST", `/api/calls/${callId}/draft`, input, SaveDraftAnswerSchema);
}
