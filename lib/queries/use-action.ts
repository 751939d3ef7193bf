"use client";

import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ActionResult, ApiProblem } from "@/lib/contracts/api-problem";
import { keys } from "./keys";
import { ApiFailure } from "./request";

interface UseActionOptions<Value> {
  readonly onSuccess?: (value: Value) => void;
  readonly onProblem?: (problem: ApiProblem) => void;
}

/** A mutation over a server action: unwraps its result, throws `ApiFailure` for its problem and asks for the newest status. */
export function useAction<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  options: UseActionOptions<Value> = {},
): UseMutationResult<Value, ApiFailure, Input> {
  const client = useQueryClient();
  return useMutation<Value, ApiFailure, Input>({
    mutationFn: (input) => call(action, input),
    onSuccess: (value) => {
      void client.invalidateQueries({ queryKey: keys.status });
      options.onSuccess?.(value);
    },
    onError: (failure) => options.onProblem?.(failure.problem),
  });
}

async function call<Input, Value>(action: (input: Input) => Promise<ActionResult<Value>>, input: Input): Promise<Value> {
  let result: ActionResult<Value>;
  try {
    result = await action(input);
  } catch (error) {
    throw new ApiFailure(unreachable(), { cause: error });
  }
  if (!result.ok) throw new ApiFailure(result.problem);
  return result.value;
}

/** The action itself could not be reached: the server is gone, or the page is older than the server's build. */
function unreachable(): ApiProblem {
  const detail = "Intake's server did not take this. Nothing was changed; reload the page and try again.";
  return { type: "about:blank", title: "No answer", status: 0, detail, code: "internal", requestId: "", retryable: true, details: [] };
}
