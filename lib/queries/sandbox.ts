"use client";

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { DoneAnswerSchema } from "@/lib/contracts/actions";
import { SandboxDialsSchema, SandboxRequestSchema, SandboxRequestsSchema, type SandboxDials, type SandboxDialsPatch } from "@/lib/contracts/sandbox";
import { keys } from "./keys";
import { type ApiFailure, getJson, sendJson } from "./request";

const CONTROL = "/api/sandbox/control";
/** The sandbox is no part of the change sequence: other programs may speak to it. */
const POLL_MS = 1_000;

export function useSandboxDials(initial?: SandboxDials) {
  return useQuery({
    queryKey: keys.sandboxDials,
    queryFn: ({ signal }) => getJson(`${CONTROL}/dials`, SandboxDialsSchema, { signal }),
    ...(initial === undefined ? {} : { initialData: initial }),
  });
}

/** Turns some dials and leaves the others. */
export function useSetDials() {
  const client = useQueryClient();
  return useMutation<SandboxDials, ApiFailure, SandboxDialsPatch>({
    mutationFn: (patch) => sendJson("PATCH", `${CONTROL}/dials`, patch, SandboxDialsSchema),
    onSuccess: (dials) => client.setQueryData(keys.sandboxDials, dials),
  });
}

/** What the sandbox received, newest first; the first page follows by itself. */
export function useSandboxRequests() {
  return useInfiniteQuery({
    queryKey: keys.sandboxRequests,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => getJson(pageParam === 0 ? `${CONTROL}/requests` : `${CONTROL}/requests?before=${pageParam}`, SandboxRequestsSchema, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: POLL_MS,
  });
}

/** One request with all that is kept of its body and its answer. */
export function useSandboxRequest(id: number | null) {
  return useQuery({
    queryKey: keys.sandboxRequest(String(id)),
    queryFn: ({ signal }) => getJson(`${CONTROL}/requests/${id ?? 0}`, SandboxRequestSchema, { signal }),
    enabled: id !== null,
  });
}

export function useResetSandbox() {
  const client = useQueryClient();
  return useMutation<unknown, ApiFailure, undefined>({
    mutationFn: () => sendJson("POST", `${CONTROL}/reset`, {}, DoneAnswerSchema),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sandbox"] }),
  });
}
