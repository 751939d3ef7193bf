import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import type { JsonNode } from "@/lib/core/text/json-node";
import { walkTree } from "./walk-tree";

/** Ours: 64 bits; among the few shapes that one workspace meets no two share them. */
const DIGITS = 16;

/**
 * What a record is built like, whatever it says: 16 hexadecimal digits of the set of its key paths down to 6 levels, with places in
 * lists collapsed. Records with more or fewer turns, other values, or their keys in another order have the same one.
 */
export function structureFingerprint(root: JsonNode): string {
  const found = new Set<string>([root.type === "array" ? "[]" : ""]);
  walkTree(root, ({ node, shape }) => {
    if (node.type === "object") for (const { key } of node.members) found.add(`${shape}${SEPARATOR}${key}`);
  });
  return sha256Hex(utf8([...found].sort().join("\n").toWellFormed())).slice(0, DIGITS);
}

/** Stands between keys: no text that JSON may hold in a key can be taken for it once the paths are lines. */
const SEPARATOR = "\u0000";
