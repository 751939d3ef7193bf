import "server-only";
import { CAPABILITIES, type Capability, type CapabilityName } from "@/lib/contracts/buckets";
import { forgetCapabilities, listCapabilities, saveCapability } from "@/lib/server/repositories/capabilities";
import type { ReadResult } from "@/lib/server/zelto/read-answer";
import type { DeliveryContext } from "../delivery-context";

/** What is not there and what still works, for a read that a Zelto does not offer. */
const MISSING_SENTENCES: Readonly<Record<CapabilityName, string>> = {
  listAgents: "This Zelto does not list agents. Calls still go in by the agent's external id; an agentId cannot be checked before sending.",
  listBuckets: "This Zelto does not list buckets. Paste a bucket's id to fill it.",
  createBucket: "Buckets cannot be created from here. Create one in Zelto and paste its id.",
  getBucket: "A single bucket cannot be read here. Its id still works for adding.",
  listBucketConversations: "The members of a bucket cannot be read here. Adding still works.",
  listConversations: "This Zelto does not list conversations, so Intake cannot see calls land by itself. Paste the conversation's id or link from Zelto.",
  getConversation: "A single conversation cannot be read here, so a pasted id cannot be checked before it is used.",
  getTranscript: "Transcripts cannot be read back here, so a landed call cannot be compared with what was sent.",
};

/** Reads of one object: there a 404 says only that this object does not exist. */
const SINGLE: readonly CapabilityName[] = ["getBucket", "listBucketConversations", "getConversation", "getTranscript"];

/** Remembers whether a read is offered by what it answered, and hands the answer on. */
export async function recordRead<Value>(context: DeliveryContext, name: CapabilityName, result: ReadResult<Value>): Promise<ReadResult<Value>> {
  const state = result.kind === "ok" ? "answers" : result.kind === "missing" && !(result.status === 404 && SINGLE.includes(name)) ? "missing" : null;
  if (state !== null) await saveCapability(context.db, { targetId: context.target.id, name, state, status: result.status, checkedAt: context.now() });
  return result;
}

/** Whether an earlier answer said that this read is not offered. */
export async function isMissing(context: DeliveryContext, name: CapabilityName): Promise<boolean> {
  return (await listCapabilities(context.db, context.target.id)).some((capability) => capability.name === name && capability.state === "missing");
}

/** All reads with what is known of them. */
export async function capabilityViews(context: DeliveryContext): Promise<Capability[]> {
  const known = new Map((await listCapabilities(context.db, context.target.id)).map((capability) => [capability.name, capability]));
  return CAPABILITIES.map((name) => {
    const capability = known.get(name);
    const state = capability?.state ?? "untried";
    return { name, state, status: capability?.status ?? null, checkedAt: capability?.checkedAt ?? null, sentence: state === "missing" ? MISSING_SENTENCES[name] : null };
  });
}

/** Forgets what is known, so that the next read of each kind tries again, and has the worker look at once. */
export async function checkAgain(context: DeliveryContext): Promise<void> {
  await forgetCapabilities(context.db, context.target.id);
  context.wake();
}
