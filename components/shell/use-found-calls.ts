"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { CallListSchema } from "@/lib/contracts/calls";
import type { CallRow } from "@/lib/contracts/calls";
import { keys } from "@/lib/queries/keys";
import { getJson } from "@/lib/queries/request";

const LIMIT = 8;
/** One letter finds everything and helps nobody. */
const MIN_CHARACTERS = 2;

/** Calls whose id, names or text hold what was typed. */
export function useFoundCalls(text: string): { readonly calls: readonly CallRow[]; readonly isLooking: boolean; readonly isFailed: boolean } {
  const search = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: keys.callList({ search, limit: LIMIT }),
    queryFn: ({ signal }) => getJson(`/api/calls?${new URLSearchParams({ search, limit: String(LIMIT) }).toString()}`, CallListSchema, { signal }),
    enabled: search.length >= MIN_CHARACTERS,
  });
  return { calls: query.data?.rows ?? [], isLooking: query.isFetching, isFailed: query.isError };
}
