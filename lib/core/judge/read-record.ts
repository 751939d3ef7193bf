import { summarizeCall } from "@/lib/core/call-ingest/summarize-call";
import { NO_ANSWERS, type Answers } from "@/lib/core/shapes/answers";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { Question } from "@/lib/core/shapes/question";
import { groupReceipt, type ReceiptGroup } from "@/lib/core/shapes/receipt/group-receipt";
import type { Remark } from "@/lib/core/shapes/remark";
import type { CallSummary, Detection, Receipt, SourceDetection } from "@/lib/core/shapes/shape";
import { convertSource } from "@/lib/core/shapes/source/convert-source";
import { detectSource } from "@/lib/core/shapes/source/detect-source";
import { readSourceRecord, type SourceTree } from "@/lib/core/shapes/source/read-source-record";
import { shapeQuestion } from "@/lib/core/shapes/source/shape-question";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { JsonSyntaxProblem } from "@/lib/core/text/json-syntax-problem";
import { parseJson } from "@/lib/core/text/scan-json";
import { countLeaves } from "./count-leaves";

/** The draft that a record becomes: its tree, or why it has none. */
export type RecordDraft = { readonly text: string; readonly root: JsonNode; readonly detection: Detection } | { readonly text: string; readonly problem: JsonSyntaxProblem };

/** What a record is and what becomes of it, before anything is judged. */
export interface ReadRecord {
  /** `text` is a format that is no JSON (labelled text, a table); `broken` is neither. */
  readonly form: "json" | "text" | "broken";
  readonly detection: SourceDetection;
  /** Whether the draft is another text than the record. */
  readonly converted: boolean;
  readonly draft: RecordDraft;
  readonly summary: CallSummary;
  readonly receipt: Pick<Receipt, "carried" | "changed" | "dropped">;
  readonly receiptGroups: readonly ReceiptGroup[];
  readonly questions: readonly Question[];
  readonly remarks: readonly Remark[];
}

const BROKEN: SourceDetection = { shape: "unknown", confidence: 0, reasons: ["The text is not JSON"], provider: "zelto", rivals: [] };

const NO_SUMMARY: CallSummary = {
  externalId: null, agentExternalId: null, agentId: null, agentName: null, turnCount: 0, durationSeconds: null, startedAt: null, hasRecording: false, opening: null, ribbon: [],
};

/**
 * Reads a record: recognises it, converts it where Zelto does not take its shape, and sums its receipt up. Canonical, native and
 * unknown records, and those that cannot be read, are kept as they are. The same text and answers give the same draft, in the
 * page's worker, on the server and without either. Never throws.
 */
export function readRecord(text: string, answers: Answers = NO_ANSWERS): ReadRecord {
  const tree = readSourceRecord(text);
  return tree.ok ? readTree(text, { tree: tree.value, detection: detectSource(tree.value.root, answers) }, answers) : brokenRecord(text, tree.error);
}

/** The same of a record that is parsed and recognised already. */
export function readTree(text: string, { tree, detection }: { readonly tree: SourceTree; readonly detection: SourceDetection }, answers: Answers): ReadRecord {
  const { form, root } = tree;
  const conversion = convertSource(root, detection, answers);
  if (!conversion && form === "text") return unreadText(text);
  if (!conversion) return { form, detection, converted: false, ...draftOf(text, root), ...keptWhole(root, detection) };
  const { receipt, questions, remarks } = conversion;
  const { carried, changed, dropped } = receipt;
  // Read again from its text: problems are told by place, and drafts are judged from their text later on.
  const parsed = parseJson(conversion.text);
  const draft = parsed.ok ? draftOf(conversion.text, parsed.value.root) : { draft: { text: conversion.text, problem: parsed.error }, summary: NO_SUMMARY };
  return { form, detection, converted: true, ...draft, receipt: { carried, changed, dropped }, receiptGroups: groupReceipt(receipt), questions, remarks };
}

function brokenRecord(text: string, problem: JsonSyntaxProblem): ReadRecord {
  const kept = { receipt: { carried: 0, changed: 0, dropped: 0 }, receiptGroups: [], questions: [], remarks: [] };
  return { form: "broken", detection: BROKEN, converted: false, draft: { text, problem }, summary: NO_SUMMARY, ...kept };
}

/** A text that looked like a format which then made nothing of it: what is left to say is why it is no JSON. */
function unreadText(text: string): ReadRecord {
  const parsed = parseJson(text);
  if (parsed.ok) throw new Error("A text format was read from JSON");
  return brokenRecord(text, parsed.error);
}

function draftOf(text: string, root: JsonNode): Pick<ReadRecord, "draft" | "summary"> {
  const detection = detectShape(root);
  return { draft: { text, root, detection }, summary: summarizeCall(root, detection.shape) };
}

/** A record that is sent as it is carries all of its leaves to where they stand. */
function keptWhole(root: JsonNode, { shape, rivals, reasons }: SourceDetection): Pick<ReadRecord, "receipt" | "receiptGroups" | "questions" | "remarks"> {
  const carried = countLeaves(root);
  return {
    receipt: { carried, changed: 0, dropped: 0 },
    receiptGroups: [{ kind: "carried", from: "", to: "", reason: "", leaves: carried }],
    questions: rivals.length > 0 ? [shapeQuestion([shape, ...rivals], reasons)] : [],
    remarks: [],
  };
}
