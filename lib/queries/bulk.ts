"use client";

import { useQuery } from "@tanstack/react-query";
import { cancelBulkAction, redoBulkAction, startBulkAction, startPreviewAction, undoBulkAction } from "@/lib/actions/bulk-actions";
import { BulkListSchema, BulkViewSchema, ReplacePreviewSchema, type BulkView } from "@/lib/contracts/bulk";
import { keys } from "./keys";
import { getJson } from "./request";
import { useAction } from "./use-action";

/** While something runs: often enough for a bar that moves, rarely enough to cost nothing. */
const FOLLOW_MS = 500;

interface Options {
  readonly onSuccess?: (view: BulkView) => void;
}

/** The newest bulk changes, and which of them undo and redo would take. Followed closely while one runs. */
export function useBulkChanges() {
  return useQuery({
    queryKey: keys.bulkChanges,
    queryFn: ({ signal }) => getJson("/api/bulk", BulkListSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.changes.some(moves) ? FOLLOW_MS : false),
  });
}

/** One bulk change, followed until it has ended. */
export function useBulkChange(id: string | null) {
  return useQuery({
    queryKey: keys.bulkChange(id ?? ""),
    queryFn: ({ signal }) => getJson(`/api/bulk/${id ?? ""}`, BulkViewSchema, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data === undefined || moves(state.data) ? FOLLOW_MS : false),
  });
}

/** Orders a bulk change. Its answer already shows a small one as ended. */
export function useStartBulk(options: Options = {}) {
  return useAction(startBulkAction, options);
}

export function useCancelBulk(options: Options = {}) {
  return useAction(cancelBulkAction, options);
}

export function useUndoBulk(options: Options = {}) {
  return useAction(undoBulkAction, options);
}

export function useRedoBulk(options: Options = {}) {
  return useAction(redoBulkAction, options);
}

/** Begins a dry run of find and replace; `useReplacePreview` follows it. */
export function useStartPreview(options: { readonly onSuccess?: (answer: { readonly previewId: string }) => void } = {}) {
  return useAction(startPreviewAction, options);
}

/** A dry run as it goes on; `not_found` once the server was restarted: begin it again. */
export function useReplacePreview(previewId: string | null) {
  return useQuery({
    queryKey: keys.replacePreview(previewId ?? ""),
    queryFn: ({ signal }) => getJson(`/api/bulk/previews/${previewId ?? ""}`, ReplacePreviewSchema, { signal }),
    enabled: previewId !== null,
    refetchInterval: ({ state }) => (state.data?.done === true || state.status === "error" ? false : FOLLOW_MS),
  });
}

function moves(view: BulkView): boolean {
  return view.state === "waiting" || view.state === "running";
}
