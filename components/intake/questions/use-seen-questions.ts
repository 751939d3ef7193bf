"use client";

import { useState } from "react";
import type { AskedQuestion } from "@/lib/intake/intake-report";

/** The questions of an intake, those that were answered among them: an answer can be changed as long as nothing is kept. */
export function useSeenQuestions(asked: readonly AskedQuestion[]): readonly AskedQuestion[] {
  const [seen, setSeen] = useState(asked);
  const added = asked.filter(({ question }) => !seen.some((earlier) => earlier.question.id === question.id));
  const all = added.length === 0 ? seen : [...seen, ...added];
  if (added.length > 0) setSeen(all);
  // What is still open comes with its newest counts and examples.
  return all.map((one) => asked.find(({ question }) => question.id === one.question.id) ?? one);
}
