import type { JsonNode } from "@/lib/core/text/json-node";
import { buildNumber, buildObject, buildText } from "./json-build";
import type { ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";

export type TurnField = "role" | "content" | "startSeconds" | "endSeconds";

/** A leaf that went into a turn. Without a reason it is carried as it is. */
export interface TurnSource {
  readonly node: JsonNode;
  readonly field: TurnField;
  readonly reason?: string;
}

/** A turn on its way into a canonical call: its place in the list, and so its receipt, is known only at the end. */
export interface TurnDraft {
  readonly role: string;
  readonly content: string;
  /** Number texts, in seconds. */
  readonly startSeconds?: string;
  readonly endSeconds?: string;
  readonly sources: readonly TurnSource[];
}

/** What a list of messages gave. */
export interface TurnReading {
  readonly turns: readonly TurnDraft[];
  /** The messages of the list that was taken; [] where the turns come from a text. */
  readonly items: readonly JsonNode[];
  /** Messages that make no turn, with the reason. */
  readonly left: readonly { readonly node: JsonNode; readonly reason: string }[];
}

export const NO_TURNS: TurnReading = { turns: [], items: [], left: [] };
export const SAYS_NOTHING = "It says nothing, and Zelto refuses a turn without text";

/** Gives the reasons for what is left over of the messages that were taken: by their keys, else by `other`. */
export function dropLeftovers(receipt: ReceiptBuilder, reading: TurnReading, reasons: ReadonlyMap<string, string>): void {
  for (const { node, reason } of reading.left) receipt.drop(node, reason);
  for (const item of reading.items) {
    if (item.type !== "object") continue;
    for (const { key, value } of item.members) receipt.drop(value, reasons.get(key) ?? "Turns have no field for it");
  }
}

/** Writes the turns and marks on the receipt where their leaves went. */
export function buildTurns(drafts: readonly TurnDraft[], receipt: ReceiptBuilder): readonly JsonNode[] {
  return drafts.map((draft, index) => {
    for (const { node, field, reason } of draft.sources) {
      const to = `transcript.turns[${index}].${field}`;
      if (reason === undefined) receipt.carry(node, to);
      else receipt.change(node, { to, reason, after: draft[field] ?? "" });
    }
    return buildObject([
      ["role", buildText(draft.role)],
      ["content", buildText(draft.content)],
      ["startSeconds", draft.startSeconds === undefined ? undefined : buildNumber(draft.startSeconds)],
      ["endSeconds", draft.endSeconds === undefined ? undefined : buildNumber(draft.endSeconds)],
    ]);
  });
}
