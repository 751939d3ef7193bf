import type { JsonNode } from "@/lib/core/text/json-node";
import type { Detection, Provider, ShapeId } from "./shape";

/** What one detector sees in a record. */
export interface Finding {
  /** 0 (not at all) to 1 (certain). */
  readonly score: number;
  readonly reasons: readonly string[];
  readonly event?: NonNullable<Detection["event"]>;
}

/** A detector knows one shape; all are asked, and the highest score wins. */
export interface Detector {
  readonly shape: Exclude<ShapeId, "unknown">;
  readonly provider: Provider;
  readonly inspect: (root: JsonNode) => Finding | null;
}
