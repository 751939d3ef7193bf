import "server-only";
import type { ServerContext } from "@/lib/server/context";
import { listCallsById } from "@/lib/server/repositories/call-lists";
import { listRemarks } from "@/lib/server/repositories/calls";
import { listDrafts } from "@/lib/server/repositories/drafts";
import { listAcceptedIds } from "@/lib/server/repositories/uploads";
import type { CallAtHand, RunFacts } from "./change-call";

const NO_DRAFTS: ReadonlySet<string> = new Set(["exclude", "restore", "set-bucket", "delete"]);

/** Reads what changing some calls needs in a few statements; calls that are gone are not in it. */
export async function readGroup({ db, target }: ServerContext, callIds: readonly string[], { act }: RunFacts): Promise<ReadonlyMap<string, CallAtHand>> {
  const calls = (await listCallsById(db, callIds)).map(({ call }) => call);
  const plain = NO_DRAFTS.has(act.kind);
  const drafts = plain ? null : await listDrafts(db, callIds);
  const remarks = plain ? null : await listRemarks(db, callIds);
  const sent = plain ? null : await listAcceptedIds(db, target.id, calls.flatMap(({ facts }) => facts.externalId ?? []));
  return new Map(
    calls.map((call) => {
      const { externalId } = call.facts;
      return [call.id, { call, draft: drafts?.get(call.id) ?? null, remarks: remarks?.get(call.id) ?? [], neverSent: sent !== null && externalId !== null && !sent.has(externalId) }];
    }),
  );
}
