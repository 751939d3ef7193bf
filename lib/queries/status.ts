"use client";

import { useEffect, useRef } from "react";
import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { ShellStatus } from "@/lib/contracts/status";
import { keys } from "./keys";
import { getJson } from "./request";

/** One small read a second while the tab is seen; product.md's "the page updates by itself" rests on it. */
const POLL_MS = 1_000;

/** With the first answer, a second after the page: the page itself works without it. */
const loadSchema = async () => (await import("@/lib/contracts/status")).ShellStatusSchema;

/**
 * The status around every page, kept fresh. When its change sequence moves, every other query is refetched, drafts apart.
 * Call it once, in the shell; other places may read the same key without polling through `useQuery`.
 */
export function useShellStatus(initial?: ShellStatus): UseQueryResult<ShellStatus> {
  const client = useQueryClient();
  const status = useQuery({
    queryKey: keys.status,
    queryFn: ({ signal }) => getJson("/api/status", loadSchema, { signal }),
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
    retry: false,
    ...(initial ? { initialData: initial } : {}),
  });
  const change = status.data?.change;
  const seen = useRef(change);
  // Syncs the query cache with writes made elsewhere: the worker, another tab, another person.
  useEffect(() => {
    if (change === undefined || seen.current === change) return;
    const first = seen.current === undefined;
    seen.current = change;
    if (!first) void refetchMovable(client);
  }, [change, client]);
  return status;
}

function refetchMovable(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "draft" && queryKey[0] !== "status" });
}
