import type { JsonNode } from "@/lib/core/text/json-node";
import { buildList, buildObject } from "@/lib/core/shapes/build/json-build";
import { joinPath, type ReceiptBuilder } from "./receipt-builder";
import { isSecretKey, isSecretText, signingQuery } from "./secrets";

export interface CopyTarget {
  /** The key that the node stands under. */
  readonly key: string;
  /** Formatted path that it is copied to. */
  readonly to: string;
  readonly receipt: ReceiptBuilder;
}

/**
 * A copy of a value for metadata: of a repeated key the last value, and nothing that opens a door, neither by its name nor
 * by its looks, signed addresses included. Marks every leaf; undefined where nothing is left.
 */
export function copyWithoutSecrets(node: JsonNode, target: CopyTarget): JsonNode | undefined {
  const { key, to, receipt } = target;
  const isSecret = isSecretKey(key) || (node.type === "string" && (isSecretText(node.value) || signingQuery(node.value).length > 0));
  if (isSecret) {
    receipt.drop(node, "A secret is never carried");
    return undefined;
  }
  if (node.type === "array" && node.items.length > 0) {
    // Places are counted in the copy: what is left out moves the rest up.
    const items: JsonNode[] = [];
    for (const item of node.items) {
      const copy = copyWithoutSecrets(item, { key: "", to: `${to}[${items.length}]`, receipt });
      if (copy) items.push(copy);
    }
    return items.length === 0 ? undefined : buildList(items);
  }
  if (node.type === "object" && node.members.length > 0) {
    const last = new Map(node.members.map((entry) => [entry.key, entry.value]));
    const entries = [...last].map(([name, value]): [string, JsonNode | undefined] => {
      return [name, copyWithoutSecrets(value, { key: name, to: joinPath(to, [name]), receipt })];
    });
    return entries.some(([, value]) => value) ? buildObject(entries) : undefined;
  }
  receipt.carry(node, to);
  return node;
}
