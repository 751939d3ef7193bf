import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";
import { keepFormat } from "./text-tree";

/** The last steps of every text format: the agent, an id, the format's name. Nothing said is said so. */
export function finishTextCall(root: JsonNode, context: ConversionContext, parts: { readonly draft: CanonicalDraft; readonly turns: readonly TurnDraft[] }): JsonObjectNode {
  const { draft, turns } = parts;
  takeMissingAgent(draft, context);
  takeDerivedId(draft, context, turns);
  keepFormat(draft, root);
  if (turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: "Nobody says anything in this text." });
  return draft.build(turns);
}

/** What the system says before anybody speaks is the agent's prompt: it is taken as such, and the rest is what was said. */
export function takeLeadingPrompt(lines: readonly SpokenLine[], draft: CanonicalDraft, context: ConversionContext): readonly SpokenLine[] {
  const [first, ...rest] = lines;
  if (!first || canonicalRole(first.word) !== "system") return lines;
  const content = first.sources.find(({ field }) => field === "content");
  if (content?.reason !== undefined) {
    // One leaf holds the prompt and the turns: it went where the turns are.
    draft.assumeText("systemPrompt", first.content);
    return rest.map((line, index) => (index === 0 ? { ...line, sources: [...first.sources, ...line.sources] } : line));
  }
  if (!content || !draft.takeText("systemPrompt", content.node)) return lines;
  for (const { node, field } of first.sources) if (field !== "content") context.receipt.drop(node, PROMPT_PART);
  if (first.wordNode) context.receipt.drop(first.wordNode, PROMPT_PART);
  return rest;
}

const PROMPT_PART = "It belongs to the prompt, which is no turn here";
