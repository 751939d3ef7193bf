import type { JsonNode } from "./json-node";
import type { JsonPath } from "./json-path";

/**
 * The plain value of a node, for reading only: numbers become doubles, of a repeated key the last value counts. Objects have
 * no prototype, so a key named `__proto__` is a key like any other.
 */
export function toValue(node: JsonNode): unknown {
  switch (node.type) {
    case "object": {
      const value = Object.create(null) as Record<string, unknown>; // Object.create answers `any`; nothing is in it yet.
      for (const entry of node.members) value[entry.key] = toValue(entry.value);
      return value;
    }
    case "array":
      return node.items.map(toValue);
    case "string":
      return node.value;
    case "number":
      return Number(node.source);
    case "null":
      return null;
    case "true":
    case "false":
      return node.type === "true";
  }
}

export interface JsonLeaf {
  readonly path: JsonPath;
  readonly node: JsonNode;
}

/** Every string, number and literal, and every empty object and array, in source order; repeated keys give a leaf each. */
export function leaves(node: JsonNode): readonly JsonLeaf[] {
  const found: JsonLeaf[] = [];
  collect(node, [], found);
  return found;
}

function collect(node: JsonNode, path: JsonPath, found: JsonLeaf[]): void {
  if (node.type === "object" && node.members.length > 0) {
    for (const entry of node.members) collect(entry.value, [...path, entry.key], found);
  } else if (node.type === "array" && node.items.length > 0) {
    for (const [index, item] of node.items.entries()) collect(item, [...path, index], found);
  } else found.push({ path, node });
}

/**
 * Whether a JSON number, read as a double and written again, still names the same number. False for 9007199254740993 and
 * 1e400; true for 1.50, which is only written differently.
 */
export function isExactNumber(source: string): boolean {
  const value = Number(source);
  return Number.isFinite(value) && decimalForm(source) === decimalForm(String(value));
}

const NUMBER_PARTS = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Sign, digits without zeros at either end, and the power of ten of the last digit: equal for equal numbers. */
function decimalForm(source: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = NUMBER_PARTS.exec(source) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power.toString()}`;
}
