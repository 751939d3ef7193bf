"use client";

import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { RememberedAnswers } from "@/lib/contracts/intake";
import type { Answers } from "@/lib/core/shapes/answers";
import { getJson, sendJson } from "./request";

const MEMORY = "/api/intake/memory";
const KEY = ["intake-memory"] as const;

const loadContract = () => import("@/lib/contracts/intake");

/** What was answered in earlier intakes and holds for this one too. */
export async function readRememberedAnswers(): Promise<Answers> {
  const { answers } = await getJson(MEMORY, async () => (await loadContract()).RememberedAnswersSchema);
  return Object.fromEntries(answers.map(({ key, value }) => [key, value]));
}

/** The same for the page that lists them. */
export function useRememberedAnswers(): UseQueryResult<RememberedAnswers> {
  return useQuery({ queryKey: KEY, queryFn: () => getJson(MEMORY, async () => (await loadContract()).RememberedAnswersSchema) });
}

/** Forgetting and bringing in answers; what is listed follows. Each throws `ApiFailure`. */
export function useAnswerMemory(): { readonly forget: (key: string | null) => Promise<number>; readonly bring: (answers: Answers) => Promise<void> } {
  const client = useQueryClient();
  return {
    forget: async (key) => {
      const { forgotten } = await sendJson("DELETE", MEMORY, { key }, async () => (await loadContract()).ForgetAnswersAnswerSchema);
      await client.invalidateQueries({ queryKey: KEY });
      return forgotten;
    },
    bring: async (answers) => {
      client.setQueryData(KEY, await sendJson("POST", MEMORY, { answers }, async () => (await loadContract()).RememberedAnswersSchema));
    },
  };
}
