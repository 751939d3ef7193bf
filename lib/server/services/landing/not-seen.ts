import "server-only";
import { nextLookAt } from "@/lib/core/landing/schedule";
import type { TranscriptComparison } from "@/lib/core/landing/compare-transcript";
import { findUpload, updateUpload, type StoredUpload } from "@/lib/server/repositories/uploads";
import { findVersion } from "@/lib/server/repositories/versions";
import { knownAgents } from "../buckets/known-agents";
import type { DeliveryContext } from "../delivery-context";
import { moveUpload } from "../uploads/move-upload";
import { rankedCauses, type LookFacts } from "./missing-facts";

/** A look that could not be made does not count; it is made again so much later. Ours. */
const FAILED_LOOK_MS = 10_000;
/** Until so long after the acceptance failed looks are made again; then a person is asked. Twice the schedule's length. */
const FAILED_LOOKS_END_MS = 20 * 60_000;

export interface NotSeen {
  readonly look: LookFacts;
  /** Of a conversation that is there and not proved to be this upload's. */
  readonly comparison: TranscriptComparison | null;
}

/** Writes down a look that did not prove a landing: the next look, or `missing` with ranked causes once the watch is over. */
export async function noteNotSeen(context: DeliveryContext, seenUpload: StoredUpload, { look, comparison }: NotSeen): Promise<void> {
  const agents = await knownAgents(context.db, context.target.id);
  await context.db.transaction().execute(async (trx) => {
    const upload = await findUpload(trx, seenUpload.id);
    if (upload === null || upload.fate !== seenUpload.fate) return;
    const now = context.now();
    const acceptedAt = upload.acceptedAt ?? upload.createdAt;
    const looks = look.listing === "failed" ? upload.looks : upload.looks + 1;
    const next = nextInstant(look, { acceptedAt, looks, now });
    if (next !== null || upload.fate === "ignored") {
      await updateUpload(trx, upload.id, { looks, nextLookAt: next });
      return;
    }
    const version = await findVersion(trx, upload.versionId);
    const missingCauses = version === null ? [] : rankedCauses(version, agents, look);
    const readBack = look.updateUnproved && comparison !== null ? unproved(comparison) : null;
    await moveUpload(trx, upload, {
      at: now,
      fate: "missing",
      sentence: sentenceFor(look, missingCauses[0]?.title ?? ""),
      changes: { looks, nextLookAt: null, missingCauses, readBack },
      ...(upload.fate === "missing" ? {} : { entry: { id: context.newId(), kind: "fate" as const, title: "Missing" } }),
    });
  });
}

function nextInstant(look: LookFacts, watch: { readonly acceptedAt: number; readonly looks: number; readonly now: number }): number | null {
  // Where conversations cannot be listed at all, more looks show nothing: a person is asked at once.
  if (look.listing === "missing" && !look.updateUnproved) return null;
  if (look.listing === "failed") return watch.now < watch.acceptedAt + FAILED_LOOKS_END_MS ? watch.now + FAILED_LOOK_MS : null;
  return nextLookAt(watch.acceptedAt, watch.looks, watch.now);
}

function unproved(comparison: TranscriptComparison) {
  const sentence = "The conversation of the earlier upload is there; that this one changed it is not proved.";
  return { ...comparison, state: "unproved" as const, sentence, differences: comparison.differences.map((difference) => ({ ...difference })) };
}

function sentenceFor(look: LookFacts, firstCause: string): string {
  if (look.updateUnproved) return "Accepted; update not proved. The earlier conversation is there and nothing shows that this upload changed it. Look again, or compare it in Zelto.";
  if (look.listing === "missing") return "Accepted. Intake cannot see conversations of this Zelto: find it there by its Reference ID and paste its id or link.";
  return `Accepted, but not seen in Zelto. Likeliest cause: ${firstCause}. Look again, paste its id, or send it again; the same bytes are safe.`;
}
