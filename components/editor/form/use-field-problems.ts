"use client";

import { useMemo } from "react";
import type { Problem } from "@/lib/core/problems/problem";
import { samePath, type JsonPath } from "@/lib/core/text/json-path";
import { useEditor } from "../editor-context";

/** What our report and, until the next edit, Zelto itself say of one place. */
export interface FieldProblems {
  readonly problems: readonly Problem[];
  /** Sentences from Zelto's 400. */
  readonly refused: readonly string[];
}

/** The problems that belong under a field. */
export function useFieldProblems(path: JsonPath): FieldProblems {
  const { judgement, latestUpload, activity } = useEditor();
  const { problems } = judgement;
  const errors = activity?.editedSince === true ? undefined : latestUpload?.fieldErrors;
  const key = path.join("\u0000");
  return useMemo(() => {
    const place = key.split("\u0000");
    return {
      problems: problems.filter((problem) => samePath(problem.path, place)),
      refused: (errors ?? []).filter((error) => samePath(error.path, place)).map(({ message }) => message),
    };
  }, [problems, errors, key]);
}
