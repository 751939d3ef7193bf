import type { JsonNode } from "@/lib/core/text/json-node";
import { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import type { Receipt } from "@/lib/core/shapes/shape";

/** The receipt of a canonical record that nobody has edited: its bytes travel as they are, so every leaf is carried to its own place. */
export function receiptOfCanonical(root: JsonNode): Receipt {
  const receipt = new ReceiptBuilder();
  receipt.carry(root, "");
  return receipt.finish(root, () => "");
}
