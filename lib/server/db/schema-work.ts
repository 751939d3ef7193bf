import "server-only";
import type { Generated } from "kysely";
import type { Flag, Instant, JsonText } from "./column-types";

// Tables of work on many calls: problems by cause, bulk changes, receipts summed up, what was taught. How columns are read stands in `schema.ts`.

/** What problems of many calls have in common. `key` names a cause; the words are for people. */
export interface ProblemCausesTable {
  id: Generated<number>;
  key: string;
  code: string;
  level: "blocks" | "loses" | "odd";
  pattern: string;
  title: string;
  why: string;
  losesAll: Flag;
  fixId: string | null;
  fixLabel: string | null;
}

/** Which causes a call has, and how often; replaced whenever it is judged. */
export interface CallProblemsTable {
  callId: string;
  causeId: number;
  count: number;
}

/** A change of many calls: one undoable step. Undoing and redoing run it again in another direction. */
export interface BulkChangesTable {
  number: Generated<number>;
  id: string;
  actJson: Uint8Array;
  label: string;
  direction: "do" | "undo" | "redo";
  state: "waiting" | "running" | "ended" | "cancelled";
  /** Calls of the run under way, and how many of them were gone through. */
  total: number;
  processed: number;
  tallyJson: JsonText;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
}

/** The calls a bulk change is for, frozen when it was ordered: their ids, 36 characters each, one after the other. */
export interface BulkSelectionsTable {
  changeId: string;
  ids: Uint8Array;
}

/** What became of one call of a bulk change. `stepId` or `beforeJson` is what undoing needs. */
export interface BulkItemsTable {
  changeId: string;
  ordinal: number;
  callId: string;
  state: "done" | "unchanged" | "skipped" | "failed" | "undone" | "left";
  reason: string | null;
  stepId: string | null;
  beforeJson: JsonText | null;
}

/** A batch's receipts in sums: leaves of one kind that went the same way. Indexes in patterns are written []. */
export interface ReceiptGroupsTable {
  batchId: string;
  kind: "carried" | "changed" | "dropped";
  fromPattern: string;
  /** "" for what was dropped. */
  toPattern: string;
  /** "" for what was carried. */
  reason: string;
  leaves: number;
  calls: number;
}

/** Answers that hold for later intakes too (columns of a table, a taught template, which of two shapes). */
export interface RememberedAnswersTable {
  key: string;
  value: string;
  at: Instant;
}
