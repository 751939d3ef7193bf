import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** A value inside a wrapper. A string stands for the JSON that it holds. */
export interface PeeledPart {
  readonly path: JsonPath;
  readonly node: JsonNode;
}

/** A wrapper taken off. */
export interface Peel {
  /** Its keys allow no other reading; else it is taken off only where what is inside is recognised at least as well. */
  readonly isCertain: boolean;
  readonly parts: readonly PeeledPart[];
  /** What else it held that a person should know was left out, as sentences; never values. */
  readonly notes: readonly string[];
}

/** Recognises one kind of wrapper by its keys; null for everything else. Must be cheap and never throw. */
export type Peeler = (root: JsonNode) => Peel | null;
