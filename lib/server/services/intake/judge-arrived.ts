import "server-only";
import type { FrameHeader } from "@/lib/contracts/intake";
import { judgeRecord, type JudgedRecord } from "@/lib/core/judge/judge-record";
import { readRecord, type ReadRecord } from "@/lib/core/judge/read-record";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Answers } from "@/lib/core/shapes/answers";
import type { ServerContext } from "@/lib/server/context";
import { earlierUploads } from "@/lib/server/services/calls/judge-context";
import { Breath } from "./breath";

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

/** What all records of a batch are read and judged with. */
export interface BatchOutlook {
  readonly answers: Answers;
  readonly agents: readonly KnownAgent[] | null;
}

/** Reads and judges records with the same core as the page, and with what only the server knows. Lets other requests in between. */
export async function judgeArrived(context: Pick<ServerContext, "db" | "target">, records: readonly WholeRecord[], { answers, agents }: BatchOutlook): Promise<readonly ArrivedRecord[]> {
  const breath = new Breath();
  const read: (WholeRecord & { readonly read: ReadRecord })[] = [];
  for (const record of records) {
    read.push({ ...record, read: readRecord(record.text, answers) });
    await breath.take();
  }
  const uploads = await earlierUploads(context, read.flatMap(({ read: { summary } }) => summary.externalId ?? []));
  const arrived: ArrivedRecord[] = [];
  for (const record of read) {
    const { externalId } = record.read.summary;
    const alreadyUploaded = externalId === null ? null : (uploads.get(externalId) ?? null);
    arrived.push({ ...record, judged: judgeRecord(record.read, { provider: record.header.provider, knownAgents: agents, alreadyUploaded }) });
    await breath.take();
  }
  return arrived;
}
