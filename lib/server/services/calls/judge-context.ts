import "server-only";
import type { KnownAgent, ProblemContext } from "@/lib/core/problems/problem-context";
import type { Remark } from "@/lib/core/shapes/remark";
import type { Provider } from "@/lib/core/shapes/shape";
import type { ServerContext } from "@/lib/server/context";
import { findAcceptedUpload, findAcceptedUploads } from "@/lib/server/repositories/uploads";
import type { JudgeContext } from "./judge-text";

/** What judging a text needs, for one call; `own` is left out of "already uploaded". */
export function judgeContext(
  { db, target }: Pick<ServerContext, "db" | "target">,
  call: { readonly own: string | null; readonly provider: Provider | null; readonly agents: readonly KnownAgent[] | null; readonly remarks?: readonly Remark[] },
): JudgeContext {
  return {
    provider: call.provider,
    knownAgents: call.agents,
    remarks: call.remarks ?? [],
    alreadyUploaded: (externalId) => earlierUpload({ db, target }, externalId, call.own),
  };
}

/** An upload of this external id from here to the target in use, other than the call's own. */
async function earlierUpload({ db, target }: Pick<ServerContext, "db" | "target">, externalId: string, own: string | null): Promise<ProblemContext["alreadyUploaded"]> {
  const upload = await findAcceptedUpload(db, target.id, externalId);
  if (!upload || upload.callId === own || upload.acceptedAt === null) return null;
  return { at: dayOf(upload.acceptedAt), conversationId: upload.conversationId };
}

/** The same for the external ids of many new calls at once. */
export async function earlierUploads({ db, target }: Pick<ServerContext, "db" | "target">, externalIds: readonly string[]): Promise<ReadonlyMap<string, NonNullable<ProblemContext["alreadyUploaded"]>>> {
  const found = await findAcceptedUploads(db, target.id, externalIds);
  return new Map([...found].map(([externalId, { acceptedAt, conversationId }]) => [externalId, { at: dayOf(acceptedAt), conversationId }]));
}

/** For counting only: the page writes the day in the viewer's own zone. */
function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
