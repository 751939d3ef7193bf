"use client";

import { useMemo } from "react";
import { readFixId } from "@/lib/core/problems/fix-kinds";
import type { Problem } from "@/lib/core/problems/problem";
import { samePath, type JsonPath } from "@/lib/core/text/json-path";
import { useEditor } from "../editor-context";

/** What our report and, until it is edited, Zelto itself say of one place. */
export interface FieldProblems {
  readonly problems: readonly Problem[];
  /** Sentences from Zelto's 400. */
  readonly refused: readonly string[];
}

/** A name that Zelto does not know and that was meant to be this one: "recordingURL" for `recordingUrl`. */
function isMeantFor({ path, fixes }: Problem, place: JsonPath): boolean {
  if (!samePath(path.slice(0, -1), place.slice(0, -1))) return false;
  return fixes.some(({ id }) => {
    const fix = readFixId(id);
    return fix?.kind === "rename" && fix.detail === place.at(-1);
  });
}

/** The problems that belong under a field. */
export function useFieldProblems(path: JsonPath): FieldProblems {
  const { judgement, refusals } = useEditor();
  const { problems } = judgement;
  const key = path.join("\u0000");
  return useMemo(() => {
    const place = key.split("\u0000");
    return {
      problems: problems.filter((problem) => samePath(problem.path, place) || isMeantFor(problem, place)),
      refused: refusals.filter((refusal) => samePath(refusal.path, place)).map(({ message }) => message),
    };
  }, [problems, refusals, key]);
}
