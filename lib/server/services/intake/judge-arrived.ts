import "server-only";
import type { FrameHeader } from "@/lib/contracts/intake";
import { judgeRecord, type JudgedRecord } from "@/lib/core/judge/judge-record";
import { readRecord, type ReadRecord } from "@/lib/core/judge/read-record";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Answers } from "@/lib/core/shapes/answers";
import type { ServerContext } from "@/lib/server/context";
import { earlierUpload } from "@/lib/server/services/calls/judge-context";

/** A whole record, checked against its length and hash. */
export interface WholeRecord {
  readonly header: FrameHeader;
  readonly bytes: Uint8Array;
  /** The bytes as text. */
  readonly text: string;
}

/** A record with all that is said of it. */
export interface ArrivedRecord extends WholeRecord {
  readonly read: ReadRecord;
  readonly judged: JudgedRecord;
}

/** Reads and judges a record with the same core as the page, and with what only the server knows. */
export async function judgeArrived(
  context: Pick<ServerContext, "db" | "target">,
  record: WholeRecord,
  { answers, agents }: { readonly answers: Answers; readonly agents: readonly KnownAgent[] | null },
): Promise<ArrivedRecord> {
  const read = readRecord(record.text, answers);
  const { externalId } = read.summary;
  const alreadyUploaded = externalId === null ? null : await earlierUpload(context, externalId, null);
  return { ...record, read, judged: judgeRecord(read, { provider: record.header.provider, knownAgents: agents, alreadyUploaded }) };
}
