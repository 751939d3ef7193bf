"use client";

import { uploadCallAction } from "@/lib/actions/upload-actions";
import { CallDetailSchema } from "@/lib/contracts/calls";
import { ApiFailure, getJson } from "./request";
import { useAction } from "./use-action";

/** Uploads a call as it is saved now. Lists do not hold revisions, so the newest is read first. */
export function useUploadSaved() {
  return useAction(async ({ callId, bucketId }: { readonly callId: string; readonly bucketId: string | null }) => {
    try {
      const { draft } = await getJson(`/api/calls/${callId}`, CallDetailSchema);
      return await uploadCallAction({ callId, revision: draft.revision, sendAnyway: false, bucketId });
    } catch (error) {
      if (error instanceof ApiFailure) return { ok: false as const, problem: error.problem };
      throw error;
    }
  });
}
