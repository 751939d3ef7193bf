"use client";

import { checkConnectionAction } from "@/lib/actions/connection-actions";
import { deleteEverythingAction } from "@/lib/actions/deletion-actions";
import { signOutAction } from "@/lib/actions/session-actions";
import { decideHeldWorkAction, resumeQueueAction } from "@/lib/actions/upload-actions";
import { useAction } from "./use-action";

type Options<Value> = { readonly onSuccess?: (value: Value) => void };

/** Asks each read of the target that Intake uses, and says what answers and how fast. */
export function useCheckConnection() {
  return useAction(checkConnectionAction);
}

/** Removes every call, batch, version, upload and attempt from the store. */
export function useDeleteEverything(options: Options<{ readonly calls: number; readonly batches: number }> = {}) {
  return useAction(deleteEverythingAction, options);
}

/** Lets a paused queue go on. */
export function useResumeQueue() {
  return useAction(resumeQueueAction);
}

/** Decides what becomes of uploads that wait for another target. */
export function useDecideHeldWork(options: Options<unknown> = {}) {
  return useAction(decideHeldWorkAction, options);
}

export function useSignOut(options: Options<unknown> = {}) {
  return useAction(signOutAction, options);
}
