import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TurnStart } from "./list-clock";

/** A turn with the leaf that its role was read from. A word that is Zelto's own, on a turn of that role, is carried. */
export function withRole(draft: TurnDraft, node: JsonNode | undefined, word: string): TurnDraft {
  if (!node) return draft;
  return { ...draft, sources: [{ node, field: "role", ...(word === draft.role ? {} : { reason: "Zelto's word for it" }) }, ...draft.sources] };
}

/** A turn with its start, where it is known. */
export function timedTurn(draft: TurnDraft, start: TurnStart | undefined): TurnDraft {
  if (start?.startSeconds === undefined) return draft;
  return { ...draft, startSeconds: start.startSeconds, sources: [...draft.sources, ...start.sources] };
}
