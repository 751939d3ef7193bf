import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Finding } from "@/lib/core/shapes/detector";
import type { SourceShapeId } from "@/lib/core/shapes/shape";
import type { JsonNode, JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** One shape of a source that is converted: how it is recognised, and how a canonical call is made of it. One per file. */
export interface ShapeModule {
  readonly shape: SourceShapeId;
  /** How sure it is that the record is of this shape, with reasons; null where it is not at all. Must be cheap and never throw. */
  readonly inspect: (root: JsonNode) => Finding | null;
  /** Makes the canonical call; marks on `context.receipt` what it takes. Best effort on a broken record, never throws. */
  readonly convert: (root: JsonNode, context: ConversionContext) => JsonObjectNode;
  /** Why a leaf that nothing took is left out. */
  readonly dropReason: (path: JsonPath) => string;
}

/**
 * A shape whose source is no JSON. `read` turns the text into a tree of its lines, cells or cues (each a leaf, so that the receipt
 * can account for it); `inspect` and `convert` then work on that tree, which carries its shape's name under `format`.
 */
export interface TextShapeModule extends ShapeModule {
  /** 0 to 1, from the first lines alone. */
  readonly likeness: (text: string) => number;
  readonly read: (text: string) => JsonNode | null;
}
