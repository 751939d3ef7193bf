import type { CallRow } from "@/lib/contracts/calls";
import { formatPlural } from "@/lib/core/format/count";
import type { Fate } from "@/lib/core/uploads/fate";

/** What happened to a call and what to do next, each a short line. */
export interface RowWords {
  readonly happened: string;
  readonly next: string;
}

const NEXT: Readonly<Record<Exclude<Fate, "draft">, string>> = {
  queued: "Waits its turn; nothing to do",
  sending: "On the wire to Zelto",
  accepted: "Zelto said yes; looking for the conversation",
  landed: "Seen in Zelto",
  matched: "Read back: it is what was sent",
  rejected: "Mend it and upload again",
  unknown: "It may have arrived; sending the same again is safe",
  missing: "Nothing is lost; open it for the likely causes",
  ignored: "As foretold; add what is missing to have it stored",
  held: "Waits for your decision",
  cancelled: "Not sent; upload it when you want",
};

/** The two lines of a row in a list of calls. */
export function rowWords(row: CallRow): RowWords {
  const opening = row.opening ?? "No words yet";
  if (row.fate === "draft") return { happened: row.reason ?? opening, next: draftNext(row) };
  return { happened: row.reason ?? opening, next: row.editedSince ? "Edited since; upload the update" : NEXT[row.fate] };
}

function draftNext({ problems, losesAll }: CallRow): string {
  if (problems.blocks > 0) return `Zelto would refuse it: ${formatPlural(problems.blocks, "problem")} to mend`;
  if (losesAll) return "Zelto would accept it and keep nothing";
  if (problems.loses > 0) return `Ready, with ${formatPlural(problems.loses, "loss", "losses")}`;
  return "Ready to upload";
}

/** Whether a call can be sent as it stands without a further word. */
export function canUpload({ fate, editedSince, problems, losesAll }: Pick<CallRow, "fate" | "editedSince" | "problems" | "losesAll">): boolean {
  const isOpen = fate === "draft" || fate === "cancelled" || (editedSince && fate !== "queued" && fate !== "sending");
  return isOpen && problems.blocks === 0 && !losesAll;
}

/** The agent as a list shows it. */
export function agentOf({ agentExternalId, agentId }: Pick<CallRow, "agentExternalId" | "agentId">): string | null {
  return agentExternalId ?? agentId;
}
