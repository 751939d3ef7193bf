import "server-only";
import type { FrameHeader } from "@/lib/contracts/intake";
import { judgeRecord } from "@/lib/core/judge/judge-record";
import { readRecord, type ReadRecord } from "@/lib/core/judge/read-record";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Answers } from "@/lib/core/shapes/answers";
import type { Detection } from "@/lib/core/shapes/shape";
import { utf8 } from "@/lib/core/text/fingerprint";
import type { ServerContext } from "@/lib/server/context";
import { insertCall } from "@/lib/server/repositories/calls";
import { insertDraft } from "@/lib/server/repositories/drafts";
import { indexNewWords } from "@/lib/server/repositories/search";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { earlierUpload } from "@/lib/server/services/calls/judge-context";
import { callFacts, tallyProblems } from "@/lib/server/services/calls/judge-text";
import { keepProblems } from "@/lib/server/services/calls/keep-problems";
import { wordsOf } from "@/lib/server/services/calls/search-words";
import type { ReceiptSums } from "./receipt-sums";
import { takenInSentence } from "./taken-in-sentence";

/** A whole record, checked against its length and hash. */
export interface WholeRecord {
  readonly header: FrameHeader;
  readonly bytes: Uint8Array;
  /** The bytes as text. */
  readonly text: string;
}

/** Where a record belongs. */
export interface RecordPlace {
  readonly batchId: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly agents: readonly KnownAgent[] | null;
  readonly answers: Answers;
  /** The receipts of the chunk, summed up and written with it. */
  readonly receipts: ReceiptSums;
}

/** Makes a call of a record: its bytes, its draft, its first timeline entry and its words. Answers the call's id. */
export async function takeRecord(context: ServerContext, record: WholeRecord, place: RecordPlace): Promise<string> {
  const { db, now, newId } = context;
  const { header, bytes, text } = record;
  const read = readRecord(text, place.answers);
  const { externalId } = read.summary;
  const alreadyUploaded = externalId === null ? null : await earlierUpload(context, externalId, null);
  const { provider, problems } = judgeRecord(read, { provider: header.provider, knownAgents: place.agents, alreadyUploaded });
  const id = newId();
  const at = now();
  await insertCall(
    db,
    {
      ...{ id, batchId: place.batchId, sourceId: place.source.id, position: header.index, sourcePath: header.path, sourceLine: header.line, sourceNotes: header.notes },
      detection: detectionOf(read),
      provider,
      originalSha256: header.recordSha256,
      sourceShape: read.detection.shape,
      receipt: read.receipt,
      facts: callFacts(read.summary),
      problems: tallyProblems(problems),
      ...{ fate: "draft", reason: null, editedSince: false, latestUploadId: null, conversationId: null, excluded: false, createdAt: at, lastNewsAt: at },
    },
    bytes,
    read.remarks,
  );
  if (problems.length > 0) await keepProblems(db, id, problems);
  await insertDraft(db, { callId: id, bytes: read.converted ? utf8(read.draft.text) : bytes, provider, revision: 0, savedAt: at });
  await insertTimelineEntry(db, { id: newId(), callId: id, at, kind: "taken-in", fate: null, title: "Taken in", sentence: takenInSentence(header.path, place.source.name, read), attemptId: null });
  await indexNewWords(db, id, wordsOf("root" in read.draft ? read.draft.root : read.draft.text));
  place.receipts.add(read.receiptGroups);
  return id;
}

/** What the draft is, with the reasons why its record was read as it was. */
function detectionOf({ draft, detection, converted }: ReadRecord): Detection {
  if ("problem" in draft) return { shape: "unknown", confidence: 0, reasons: detection.reasons, provider: "zelto" };
  return converted ? { ...draft.detection, confidence: detection.confidence, reasons: detection.reasons } : draft.detection;
}
