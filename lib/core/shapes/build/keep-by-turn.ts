import type { JsonNode } from "@/lib/core/text/json-node";
import type { CanonicalDraft } from "./canonical-draft";
import { buildList, buildNumber, buildObject } from "./json-build";

/** Something that a source says of one turn and turns have no field for. */
export interface TurnNote {
  /** Index of the turn in the canonical call. */
  readonly turn: number;
  readonly node: JsonNode;
}

/** Keeps notes on turns in metadata, each with the turn's number as people count it: `[{"turn": 3, "text": "…"}]`. */
export function keepByTurn(draft: CanonicalDraft, key: string, from: { readonly notes: readonly TurnNote[]; readonly name: string }): void {
  if (from.notes.length === 0) return;
  draft.keep(key, buildList(from.notes.map(({ turn, node }) => buildObject([["turn", buildNumber(String(turn + 1))], [from.name, node]]))));
}
