import "server-only";
import type { ReadRecord } from "@/lib/core/judge/read-record";
import type { Detection } from "@/lib/core/shapes/shape";
import { utf8 } from "@/lib/core/text/fingerprint";
import type { ServerContext } from "@/lib/server/context";
import { insertCall } from "@/lib/server/repositories/calls";
import { insertDraft } from "@/lib/server/repositories/drafts";
import { indexNewWords } from "@/lib/server/repositories/search";
import { insertFirstEntry } from "@/lib/server/repositories/timeline";
import { callFacts, tallyProblems } from "@/lib/server/services/calls/judge-text";
import { keepFirstProblems } from "@/lib/server/services/calls/keep-problems";
import { wordsOf } from "@/lib/server/services/calls/search-words";
import type { ArrivedRecord } from "./judge-arrived";
import { takenInSentence } from "./taken-in-sentence";

/** Where a record belongs. */
export interface RecordPlace {
  readonly batchId: string;
  readonly source: { readonly id: string; readonly name: string };
  /** Ids of causes of problems that the chunk has met so far, by their keys. */
  readonly causes: Map<string, number>;
}

/** Makes a call of a record: its bytes, its draft, its first timeline entry and its words. The caller moves the change sequence. Answers the call's id. */
export async function takeRecord({ db, now, newId }: ServerContext, record: ArrivedRecord, { batchId, source, causes }: RecordPlace): Promise<string> {
  const { header, bytes, read, judged } = record;
  const { provider, problems } = judged;
  const id = newId();
  const at = now();
  await insertCall(
    db,
    {
      ...{ id, batchId, sourceId: source.id, position: header.index, sourcePath: header.path, sourceLine: header.line, sourceNotes: header.notes },
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
  if (problems.length > 0) await keepFirstProblems(db, id, problems, causes);
  await insertDraft(db, { callId: id, bytes: read.converted ? utf8(read.draft.text) : bytes, provider, revision: 0, savedAt: at });
  await insertFirstEntry(db, { id: newId(), callId: id, at, kind: "taken-in", fate: null, title: "Taken in", sentence: takenInSentence(header.path, source.name, read), attemptId: null });
  await indexNewWords(db, id, wordsOf("root" in read.draft ? read.draft.root : read.draft.text));
  return id;
}

/** What the draft is, with the reasons why its record was read as it was. */
function detectionOf({ draft, detection, converted }: ReadRecord): Detection {
  if ("problem" in draft) return { shape: "unknown", confidence: 0, reasons: detection.reasons, provider: "zelto" };
  return converted ? { ...draft.detection, confidence: detection.confidence, reasons: detection.reasons } : draft.detection;
}
