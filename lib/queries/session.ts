"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { signInAction } from "@/lib/actions/session-actions";
import type { ApiFailure } from "./request";
import { useAction } from "./use-action";

/** Signs in with the access token. */
export function useSignIn(options: { readonly onSuccess: () => void }): UseMutationResult<{ done: true }, ApiFailure, { token: string }> {
  return useAction(signInAction, options);
}
