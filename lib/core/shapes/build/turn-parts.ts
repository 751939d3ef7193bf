import type { JsonNode } from "@/lib/core/text/json-node";
import { numberText, secondsText } from "./decimal";
import type { TurnField, TurnSource } from "./turn-draft";

/** An offset this little below 0 is a rounding fault and is written as 0; further below it means nothing. */
const SMALLEST_OFFSET = -1;

/** The leaf that a turn's role was read from; [] where there is none. */
export function roleSource(node: JsonNode | undefined, role: string): readonly TurnSource[] {
  if (!node) return [];
  return [{ node, field: "role", ...(node.type === "string" && node.value === role ? {} : { reason: "Zelto's word for it" }) }];
}

/** Leaves that a turn's text was written from. */
export function writtenSources(nodes: readonly (JsonNode | undefined)[], reason = "Written as text"): readonly TurnSource[] {
  return nodes.flatMap((node) => (node ? [{ node, field: "content" as const, reason }] : []));
}

/** The leaf that a turn's text is, or was written from where it is none itself. */
export function spokenSource(node: JsonNode | undefined): readonly TurnSource[] {
  return node?.type === "string" ? [{ node, field: "content" }] : writtenSources([node]);
}

export interface OffsetReading {
  /** Number text in seconds, at most 3 decimals. */
  readonly seconds: string;
  readonly source: TurnSource;
}

/** A leaf that holds seconds from the start, as a number or a text that is one; null where it holds none, or one far below 0. */
export function readOffset(node: JsonNode | undefined, field: TurnField): OffsetReading | null {
  const source = numberText(node);
  if (!node || source === null || Number(source) <= SMALLEST_OFFSET) return null;
  const seconds = secondsText(Math.max(0, Number(source)), source);
  const isSame = node.type === "number" && node.source === seconds;
  return { seconds, source: { node, field, ...(isSame ? {} : { reason: "Seconds, rounded to 3 decimals and not below 0" }) } };
}
