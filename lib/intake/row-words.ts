import type { CallRow } from "@/lib/contracts/calls";
import { formatPlural } from "@/lib/core/format/count";
import type { ProblemLevel } from "@/lib/core/problems/problem";
import type { Fate } from "@/lib/core/uploads/fate";

/** What happened to a call and what to do next, each a short line. */
export interface RowWords {
  readonly happened: string;
  readonly next: string;
  /** Of a call that is not sent: how bad its worst problem is. */
  readonly level: ProblemLevel | null;
}

const NEXT: Readonly<Record<Exclude<Fate, "draft">, string>> = {
  queued: "Waits its turn; nothing to do",
  sending: "On the wire to Zelto",
  accepted: "Zelto said yes; looking for the conversation",
  landed: "In Zelto; nothing left to do",
  matched: "In Zelto as it was sent; nothing left to do",
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
  const happened = row.reason ?? opening;
  if (row.fate !== "draft") return { happened, next: row.editedSince ? "Edited since; upload the update" : NEXT[row.fate], level: null };
  return { happened, next: draftNext(row), level: row.problems.blocks > 0 ? "blocks" : row.problems.loses > 0 ? "loses" : null };
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

/** The one thing that can be done with a call from a list, without opening it. */
export type RowAct = "upload" | "look-again" | "send-again";

/** What a row offers, or null where the call has to be opened first, or nothing is left to do. */
export function rowAct(row: Pick<CallRow, "fate" | "editedSince" | "problems" | "losesAll" | "uploadId">): RowAct | null {
  if (canUpload(row)) return "upload";
  if (row.uploadId === null || row.editedSince) return null;
  if (row.fate === "missing") return "look-again";
  return row.fate === "held" || row.fate === "unknown" ? "send-again" : null;
}

/** Why calls would be left by "Upload all", with how many, as far as the rows tell it. */
export function whyLeft(rows: readonly CallRow[]): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows.filter((candidate) => !canUpload(candidate))) {
    const reason = reasonToLeave(row);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

function reasonToLeave({ fate, editedSince, problems }: CallRow): string {
  if (fate === "queued" || fate === "sending") return "on their way";
  if (fate === "held" || fate === "unknown" || (fate === "rejected" && !editedSince)) return "wait for your decision";
  if (fate !== "draft" && fate !== "cancelled" && !editedSince) return "sent and not edited since";
  return problems.blocks > 0 ? "would be refused by Zelto" : "Zelto would keep nothing of them";
}

/** The agent as a list shows it. */
export function agentOf({ agentExternalId, agentId }: Pick<CallRow, "agentExternalId" | "agentId">): string | null {
  return agentExternalId ?? agentId;
}
