import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";

const OF_PROMPT = "Belongs to the message that became the system prompt";

/** The first system turn becomes the prompt where there is none yet; later ones stay turns. Answers the turns that are left. */
export function takeFirstSystem(draft: CanonicalDraft, turns: readonly TurnDraft[], receipt: ReceiptBuilder): readonly TurnDraft[] {
  if (draft.has("systemPrompt")) return turns;
  const first = turns.find(({ role }) => role === "system");
  if (!first) return turns;
  for (const { node, field, reason } of first.sources) {
    if (field !== "content") receipt.drop(node, OF_PROMPT);
    else if (reason === undefined) draft.takeText("systemPrompt", node);
    else draft.putText("systemPrompt", first.content, { node, reason });
  }
  return turns.filter((turn) => turn !== first);
}
