import { member, type JsonNode } from "@/lib/core/text/json-node";

/**
 * A member under its name in an API (`time_in_call_secs`), else under the name that the maker's JavaScript client has for it
 * (`timeInCallSecs`): people paste what either printed. Null counts as not there.
 */
export function memberEither(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return given(member(node, key)) ?? given(member(node, camelCase(key)));
}

/** The same along a path of names. */
export function atEither(node: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined {
  return keys.reduce(memberEither, node);
}

/** `time_in_call_secs` as `timeInCallSecs`. */
export function camelCase(key: string): string {
  const known = CAMEL.get(key);
  if (known !== undefined) return known;
  const camel = key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  CAMEL.set(key, camel);
  return camel;
}

/** Converters ask for the same few names a thousand times; names of sources never get here. */
const CAMEL = new Map<string, string>();

function given(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === "null" ? undefined : node;
}
