import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import type { JsonNode } from "@/lib/core/text/json-node";
import { buildObject } from "./json-build";

/** Ours: as sure as a vendor's own mark makes a detector. */
const SURE = 0.96;
const NO_CALL = "This is no call, so nothing is taken from it";

/**
 * What is recognised and holds no call: a recording, a list of rooms. `explain` says in one sentence, without its full stop, what the
 * record is instead; null where it is something else. Every family may have one: the likeliest explains the record.
 */
export function noCallModule(explain: (root: JsonNode) => string | null): ShapeModule {
  return {
    shape: "no-call",
    inspect: (root) => {
      const sentence = explain(root);
      return sentence === null ? null : { score: SURE, reasons: [sentence] };
    },
    convert: (root, context) => {
      context.remark({ kind: "no-call", path: [], sentence: `${explain(root) ?? "It holds no call"}.` });
      return buildObject([["call", buildObject([])]]);
    },
    dropReason: () => NO_CALL,
  };
}
