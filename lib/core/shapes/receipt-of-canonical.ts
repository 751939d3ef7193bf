import type { JsonNode } from "@/lib/core/text/json-node";
import { ReceiptBuilder } from "./receipt-builder";
import type { Receipt } from "./shape";

/** The receipt of a canonical record that nobody has edited: its bytes travel as they are, so every leaf is carried to its own place. */
export function receiptOfCanonical(root: JsonNode): Receipt {
  const receipt = new ReceiptBuilder();
  receipt.carry(root, "");
  return receipt.finish(root, () => "");
}
