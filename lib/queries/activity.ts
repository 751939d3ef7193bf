"use client";

import { useQuery } from "@tanstack/react-query";
import { AttemptDetailSchema, CallActivitySchema } from "@/lib/contracts/activity";
import { assignCallAction } from "@/lib/actions/bucket-actions";
import { deleteCallAction } from "@/lib/actions/deletion-actions";
import { cancelUploadAction, lookAgainAction, resendUploadAction, resolveConversationAction, uploadCallAction } from "@/lib/actions/upload-actions";
import { keys } from "./keys";
import { getJson } from "./request";
import { useAction } from "./use-action";

interface Options<Value> {
  readonly onSuccess?: (value: Value) => void;
}

/** Uploads, assignments and timeline of a call; refetched when anything on the server moves. */
export function useCallActivity(callId: string) {
  return useQuery({ queryKey: keys.activity(callId), queryFn: ({ signal }) => getJson(`/api/calls/${callId}/activity`, CallActivitySchema, { signal }) });
}

/** One exchange with Zelto, whole. */
export function useAttempt(attemptId: string) {
  return useQuery({ queryKey: keys.attempt(attemptId), queryFn: ({ signal }) => getJson(`/api/attempts/${attemptId}`, AttemptDetailSchema, { signal }) });
}

export function useUploadCall(options: Options<{ readonly uploadId: string }> = {}) {
  return useAction(uploadCallAction, options);
}

/** Sends the same bytes again. */
export function useResendUpload() {
  return useAction(resendUploadAction);
}

export function useCancelUpload() {
  return useAction(cancelUploadAction);
}

export function useLookAgain() {
  return useAction(lookAgainAction);
}

/** Ties an upload to a conversation that a person found. */
export function useResolveConversation(options: Options<unknown> = {}) {
  return useAction(resolveConversationAction, options);
}

export function useAssignCall(options: Options<unknown> = {}) {
  return useAction(assignCallAction, options);
}

export function useDeleteCall(options: Options<unknown> = {}) {
  return useAction(deleteCallAction, options);
}
