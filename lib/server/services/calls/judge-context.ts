import "server-only";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Provider } from "@/lib/core/shapes/shape";
import type { ServerContext } from "@/lib/server/context";
import { findAcceptedUpload } from "@/lib/server/repositories/uploads";
import type { JudgeContext } from "./judge-text";

/** What judging a text needs, for one call; `own` is left out of "already uploaded". */
export function judgeContext(
  { db, target }: Pick<ServerContext, "db" | "target">,
  call: { readonly own: string | null; readonly provider: Provider | null; readonly agents: readonly KnownAgent[] | null },
): JudgeContext {
  return {
    provider: call.provider,
    knownAgents: call.agents,
    alreadyUploaded: async (externalId) => {
      const upload = await findAcceptedUpload(db, target.id, externalId);
      if (!upload || upload.callId === call.own || upload.acceptedAt === null) return null;
      return { at: dayOf(upload.acceptedAt), conversationId: upload.conversationId };
    },
  };
}

/** For counting only: the page writes the day in the viewer's own zone. */
function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
