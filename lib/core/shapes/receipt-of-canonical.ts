import type { JsonNode } from "@/lib/core/text/json-node";
import type { Receipt } from "./shape";

/** The receipt of a canonical record that nobody has edited: every leaf travels as it is. */
export function receiptOfCanonical(root: JsonNode): Receipt {
  return { entries: [], carried: root.type === "object" ? root.members.length : 0, changed: 0, dropped: 0 };
}
