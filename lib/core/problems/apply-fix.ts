import { PROVIDERS, type Provider } from "@/lib/core/shapes/shape";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TextEdit } from "@/lib/core/text/text-edit";
import { FIX_STEPS } from "./fix-steps";
import { readFixId } from "./fix-kinds";
import type { Problem } from "./problem";
import { runSteps } from "./run-steps";

/**
 * The text edits of a fix, in order, each against the text left by the one before. They touch only what the fix names. [] where
 * it no longer applies to this text, and for fixes that change the header and not the text (see `providerOfFix`).
 */
export function applyFix(text: string, root: JsonNode, problem: Problem, fixId: string): readonly TextEdit[] {
  const fix = readFixId(fixId);
  if (!fix) return [];
  const { path } = problem;
  const steps = FIX_STEPS[fix.kind]({ text, root, path, detail: fix.detail });
  return runSteps(text, root, steps);
}

/** The header that a fix chooses, for the fixes that change the header and not the text; else null. */
export function providerOfFix(fixId: string): Provider | null {
  const fix = readFixId(fixId);
  if (fix?.kind !== "use-header") return null;
  return PROVIDERS.find((provider) => provider === fix.detail) ?? null;
}
