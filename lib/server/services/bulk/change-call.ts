import "server-only";
import { editsOfAct, type TextAct } from "@/lib/core/bulk/bulk-edits";
import type { BulkReason } from "@/lib/core/bulk/bulk-reasons";
import { fixCause, type CauseFix } from "@/lib/core/bulk/fix-cause";
import { canAdd } from "@/lib/core/buckets/can-add";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { failure, success, type Result } from "@/lib/core/result";
import type { Remark } from "@/lib/core/shapes/remark";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { parseJson } from "@/lib/core/text/scan-json";
import type { BulkAct } from "@/lib/contracts/bulk";
import type { ServerContext } from "@/lib/server/context";
import type { StoredAgent } from "@/lib/server/repositories/agents";
import type { StoredBucket } from "@/lib/server/repositories/buckets";
import { setExcluded, setPlannedBucket } from "@/lib/server/repositories/bulk-items";
import type { StoredItemState } from "@/lib/server/repositories/bulk-changes";
import type { StoredCause } from "@/lib/server/repositories/call-problems";
import type { StoredCall } from "@/lib/server/repositories/calls";
import type { StoredDraft } from "@/lib/server/repositories/drafts";
import { insertTimelineEntry } from "@/lib/server/repositories/timeline";
import { resolveAgentId } from "@/lib/server/services/buckets/known-agents";
import { textOf } from "@/lib/server/services/calls/read-call";
import { appendSteps } from "@/lib/server/services/drafts/save-draft";

/** What a run knows beside the call at hand; read once for many calls. */
export interface RunFacts {
  readonly act: BulkAct;
  readonly label: string;
  /** When the run began: what was edited by hand since was not seen by who ordered it. */
  readonly startedAt: number;
  readonly cause: StoredCause | null;
  readonly bucket: StoredBucket | null;
  readonly agents: readonly StoredAgent[];
  /** For judging; null where Zelto never listed its agents. */
  readonly knownAgents: readonly KnownAgent[] | null;
}

/** A call and what changing it needs, read for several calls at once. */
export interface CallAtHand {
  readonly call: StoredCall;
  readonly draft: StoredDraft | null;
  readonly remarks: readonly Remark[];
  readonly neverSent: boolean;
}

/** What became of a call, and what taking it back will need. */
export interface ItemOutcome {
  readonly state: StoredItemState;
  readonly reason: BulkReason | null;
  readonly stepId: string | null;
  readonly beforeJson: string | null;
}

const UNCHANGED: ItemOutcome = { state: "unchanged", reason: null, stepId: null, beforeJson: null };

/** A call that was left as it was. */
export function skipped(reason: BulkReason): ItemOutcome {
  return { state: reason === "fault" ? "failed" : "skipped", reason, stepId: null, beforeJson: null };
}

/** Makes a bulk change in one call, in the caller's transaction. Deleting is done for many calls at once, elsewhere. */
export async function changeCall(context: ServerContext, hand: CallAtHand, facts: RunFacts): Promise<ItemOutcome> {
  const { act } = facts;
  const { call } = hand;
  switch (act.kind) {
    case "exclude":
    case "restore":
      return exclude(context, call, act.kind === "exclude");
    case "set-bucket":
      return planBucket(context, call, facts, act.bucketId);
    case "delete":
      return UNCHANGED;
    default:
      return changeDraft(context, hand, facts, act);
  }
}

function isBeingSent({ fate }: StoredCall): boolean {
  return fate === "queued" || fate === "sending";
}

async function exclude(context: ServerContext, call: StoredCall, excluded: boolean): Promise<ItemOutcome> {
  if (call.excluded === excluded) return UNCHANGED;
  if (isBeingSent(call)) return skipped("being-sent");
  await writeExcluded(context, call.id, excluded);
  return { state: "done", reason: null, stepId: null, beforeJson: JSON.stringify(call.excluded) };
}

/** Leaves a call out of uploads or takes it back in, and notes it on its timeline. */
export async function writeExcluded({ db, now, newId }: ServerContext, callId: string, excluded: boolean): Promise<void> {
  const at = now();
  await setExcluded(db, callId, excluded, at);
  const words = excluded ? { title: "Excluded", sentence: "Left out of uploads by hand." } : { title: "Taken back in", sentence: "Part of uploads again." };
  await insertTimelineEntry(db, { ...words, id: newId(), callId, at, kind: "note", fate: null, attemptId: null });
}

async function planBucket(context: ServerContext, call: StoredCall, { bucket, agents }: RunFacts, bucketId: string | null): Promise<ItemOutcome> {
  if (call.plannedBucketId === bucketId) return UNCHANGED;
  const ofCall = resolveAgentId(agents, call.facts);
  const advice = canAdd({ bucketAgentId: bucket?.agentId ?? null, bucketAgentLabel: null, conversationAgentId: ofCall, conversationAgentLabel: null });
  if (bucketId !== null && advice.kind === "wrong-agent") return skipped("other-agent");
  await setPlannedBucket(context.db, call.id, bucketId);
  return { state: "done", reason: null, stepId: null, beforeJson: JSON.stringify(call.plannedBucketId) };
}

async function changeDraft(context: ServerContext, hand: CallAtHand, facts: RunFacts, act: TextAct | { readonly kind: "fix" }): Promise<ItemOutcome> {
  const { call, draft, remarks, neverSent } = hand;
  if (draft === null) return skipped("gone");
  if (isBeingSent(call)) return skipped("being-sent");
  if (draft.savedAt > facts.startedAt) return skipped("edited-meanwhile");
  const change = act.kind === "fix" ? fixEdits(hand, draft, facts) : actEdits(draft, act);
  if (!change.ok) return skipped(change.error);
  const { edits, provider } = change.value;
  if (edits.length === 0 && provider === undefined) return UNCHANGED;
  const stepId = context.newId();
  const step = { id: stepId, kind: "edit" as const, label: facts.label, edits, ...(provider === undefined ? {} : { provider }) };
  const saved = await appendSteps(context, draft, [step], { call, remarks, neverSent, agents: facts.knownAgents });
  if (!saved.ok) return skipped(saved.error.code === "too_large" ? "too-large" : "fault");
  return { state: "done", reason: null, stepId, beforeJson: null };
}

function actEdits(draft: StoredDraft, act: TextAct): Result<CauseFix, BulkReason> {
  const text = textOf(draft.bytes);
  const parsed = parseJson(text);
  if (!parsed.ok) return failure("not-json");
  const { shape } = detectShape(parsed.value.root);
  if (shape === "vapi-webhook" || shape === "retell-webhook" || draft.provider === "vapi" || draft.provider === "retell") return failure("native");
  if (shape === "unknown") return failure("unknown-shape");
  const edits = editsOfAct(text, parsed.value.root, act);
  return edits.ok ? success({ edits: edits.value }) : edits;
}

function fixEdits({ call, remarks }: CallAtHand, draft: StoredDraft, { cause, knownAgents }: RunFacts): Result<CauseFix, BulkReason> {
  if (cause === null) return failure("no-such-problem");
  const native = call.detection.shape === "vapi-webhook" || call.detection.shape === "retell-webhook";
  const report = (text: string) => {
    const parsed = parseJson(text);
    if (!parsed.ok) return null;
    const { root } = parsed.value;
    const detection = detectShape(root);
    return reportProblems({ text, root }, { shape: detection.shape, detection, provider: draft.provider, knownAgents, alreadyUploaded: null, remarks });
  };
  const fixed = fixCause({ text: textOf(draft.bytes), provider: draft.provider }, cause.key, report);
  // A native body may change its header, and not a byte of itself.
  return fixed.ok && native && fixed.value.edits.length > 0 ? failure("native") : fixed;
}
