import { instantAt, type Instant } from "./instant";
import { numberText, wholeSeconds } from "./decimal";
import type { CanonicalDraft } from "./canonical-draft";
import type { JsonNode } from "@/lib/core/text/json-node";

/** Fills the duration from a leaf in seconds, and the end as the start plus that duration. Other values stand in metadata under `key`. */
export function takeDurationAndEnd(draft: CanonicalDraft, node: JsonNode | undefined, from: { readonly started: Instant | null; readonly key: string }): void {
  if (!node) return;
  const seconds = Number(numberText(node) ?? Number.NaN);
  if (!Number.isFinite(seconds) || seconds < 0) {
    draft.keep(from.key, node);
    return;
  }
  draft.takeDuration(wholeSeconds(seconds), node, from.key);
  const ended = from.started === null ? null : instantAt(from.started.ms + seconds * 1000);
  if (ended) draft.takeInstant("call.endedAt", ended, { node, reason: "The end is the start plus the duration" });
}
