import "server-only";
import type { FrameHeader } from "@/lib/contracts/intake";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { ServerContext } from "@/lib/server/context";
import { insertCall } from "@/lib/server/repositories/calls";
import { insertDraft } from "@/lib/server/repositories/drafts";
import { indexWords } from "@/lib/server/repositories/search";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { judgeContext } from "@/lib/server/services/calls/judge-context";
import { judgeText, NO_FACTS } from "@/lib/server/services/calls/judge-text";
import { searchWords } from "@/lib/server/services/calls/search-words";

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
}

/** Makes a call of a record: its bytes, its draft, its first timeline entry and its words. Answers the call's id. */
export async function takeRecord(context: ServerContext, record: WholeRecord, place: RecordPlace): Promise<string> {
  const { db, now, newId } = context;
  const { header, bytes, text } = record;
  const judged = await judgeText(text, judgeContext(context, { own: null, provider: header.provider, agents: place.agents }));
  const id = newId();
  const at = now();
  await insertCall(
    db,
    {
      id,
      batchId: place.batchId,
      sourceId: place.source.id,
      position: header.index,
      sourcePath: header.path,
      sourceLine: header.line,
      sourceNotes: header.notes,
      detection: judged.detection,
      provider: judged.provider,
      originalSha256: header.recordSha256,
      facts: judged.facts ?? NO_FACTS,
      problems: judged.tally,
      fate: "draft",
      reason: null,
      editedSince: false,
      latestUploadId: null,
      conversationId: null,
      excluded: false,
      createdAt: at,
      lastNewsAt: at,
    },
    bytes,
  );
  await insertDraft(db, { callId: id, bytes, provider: judged.provider, revision: 0, savedAt: at });
  await insertTimelineEntry(db, { id: newId(), callId: id, at, kind: "taken-in", fate: null, title: "Taken in", sentence: takenInSentence(header, place.source.name), attemptId: null });
  await indexWords(db, id, searchWords(text));
  return id;
}

function takenInSentence(header: FrameHeader, sourceName: string): string {
  const place = header.path === "" ? sourceName : `${sourceName}, ${header.path}`;
  return `${place}. Kept here as it was; nothing was sent.`;
}
