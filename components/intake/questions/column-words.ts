import type { ColumnField } from "@/lib/core/shapes/text/table/column-mapping";

/** What a column can be, on screen; `metadata` and `out` stand for the two places that are no field. */
export type ColumnUse = ColumnField | "metadata" | "out";

/** Each use with its words, in the order of the list. */
export const COLUMN_WORDS: Readonly<Record<ColumnUse, string>> = {
  out: "Left out",
  conversation: "Conversation id",
  role: "Who speaks",
  text: "What is said",
  transcript: "Whole transcript",
  start: "Start",
  end: "End",
  order: "Order in the conversation",
  startedAt: "Call started at",
  endedAt: "Call ended at",
  agent: "Agent",
  customerNumber: "Customer number",
  customerName: "Customer name",
  version: "Version",
  recordingUrl: "Recording URL",
  endedReason: "Ended reason",
  duration: "Duration",
  cost: "Cost (USD)",
  metadata: "Metadata",
};

export const COLUMN_USES = Object.keys(COLUMN_WORDS) as readonly ColumnUse[];
