import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import type { CanonicalDraft } from "./canonical-draft";
import type { TurnDraft } from "./turn-draft";

/** Makes the first system turn the prompt and gives the other turns back; later system turns stay turns. */
export function takeFirstSystemTurn(draft: CanonicalDraft, turns: readonly TurnDraft[], receipt: ReceiptBuilder): readonly TurnDraft[] {
  const first = turns.find(({ role }) => role === "system");
  if (!first) return turns;
  for (const { node, field, reason } of first.sources) {
    if (field !== "content") receipt.drop(node, "Belongs to the message that became the system prompt");
    else if (reason === undefined) draft.takeText("systemPrompt", node);
    else draft.putText("systemPrompt", first.content, { node, reason });
  }
  return turns.filter((turn) => turn !== first);
}
