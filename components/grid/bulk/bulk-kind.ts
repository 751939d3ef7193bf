import type { BulkAct } from "@/lib/contracts/bulk";

/** What can be done with a selection. `set-customer` is one window for number and name; `upload` sends and is no bulk change. */
export type BulkKind = "set-agent" | "set-version" | "derive-version" | "set-customer" | "set-metadata" | "set-bucket" | "replace-text" | "exclude" | "restore" | "delete" | "upload";

export interface BulkWords {
  /** On the button that opens its window. */
  readonly label: string;
  /** What happens to each call. */
  readonly does: string;
  /** What stays as it is. */
  readonly skips: string;
}

const BODY_SKIPS = "Left as they are: calls on their way, native webhook bodies and texts that are no JSON. Each is counted with its reason.";

/** The words of each window. */
export const BULK_WORDS: Readonly<Record<BulkKind, BulkWords>> = {
  "set-agent": { label: "Set agent", does: "Each call then names this agent by its external id. An agent id in the call would win, so it is taken out.", skips: BODY_SKIPS },
  "set-version": { label: "Set version", does: "Each call then carries this version of its agent.", skips: BODY_SKIPS },
  "derive-version": { label: "Derive version from prompt", does: "The version becomes “prompt-” and the first 12 digits of the system prompt's SHA-256: calls with the same prompt get the same version.", skips: `Calls without a system prompt are left. ${BODY_SKIPS}` },
  "set-customer": { label: "Set customer", does: "Each call then carries this number or name of the customer.", skips: BODY_SKIPS },
  "set-metadata": { label: "Set metadata", does: "Each call then carries this key with this text. A value that stands there is replaced.", skips: BODY_SKIPS },
  "set-bucket": { label: "Set bucket", does: "Each call waits for this bucket and is added to it once it has landed. Nothing is sent now.", skips: "A bucket belongs to one agent: calls of another agent are left, with the reason." },
  "replace-text": { label: "Find and replace", does: "Only what was said is searched: the text of turns. Plain words, no patterns.", skips: BODY_SKIPS },
  exclude: { label: "Exclude", does: "They stay here and are sent by nothing: not by Upload all, not by Upload selected. Restore brings them back.", skips: "Calls on their way are left." },
  restore: { label: "Restore", does: "They take part again: in the counts and in Upload all.", skips: "Calls that are not excluded stay as they are." },
  delete: { label: "Delete", does: "Their sources, versions, edits, uploads and attempts go, from the screen and from the store’s files. This cannot be taken back.", skips: "What is in Zelto stays there. Calls on their way are left." },
  upload: { label: "Upload selected", does: "They are queued at once and sent in order. You can close this tab; the server carries on.", skips: "Calls that Zelto would refuse or keep nothing of stay behind, with the reason." },
};

/** What a window asks for, as it is typed. */
export interface BulkFields {
  readonly first: string;
  readonly second: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

export const NO_FIELDS: BulkFields = { first: "", second: "", matchCase: false, wholeWord: false };

/**
 * The change that a window orders, or null while something is missing. An empty value takes the value out, where the field says so.
 * `customer` tells which of the two is meant.
 */
export function actOf(kind: BulkKind, { first, second, matchCase, wholeWord }: BulkFields): BulkAct | null {
  const value = first.trim();
  switch (kind) {
    case "set-agent":
      return value === "" ? null : { kind, externalId: value, name: second.trim() === "" ? null : second.trim() };
    case "set-version":
      return { kind, version: value === "" ? null : value };
    case "set-customer":
      return second === "name" ? { kind: "set-customer-name", name: value === "" ? null : value } : { kind: "set-customer-number", number: value === "" ? null : value };
    case "set-metadata":
      return value === "" ? null : { kind, key: value, value: second === "" ? null : second };
    case "set-bucket":
      return { kind, bucketId: first === "" ? null : first };
    case "replace-text":
      return first === "" ? null : { kind, find: first, replace: second, matchCase, wholeWord };
    case "derive-version":
    case "exclude":
    case "restore":
    case "delete":
      return { kind };
    case "upload":
      return null;
  }
}
