import "server-only";
import type { CapabilityName, ConnectionReport } from "@/lib/contracts/buckets";
import type { ReadResult } from "@/lib/server/zelto/read-answer";
import type { DeliveryContext } from "../delivery-context";
import { endPausesByContact } from "../queue/pauses";
import { recordRead } from "./capabilities";

type Check = ConnectionReport["checks"][number];

interface Probe {
  readonly name: string;
  readonly capability: CapabilityName;
  readonly read: (context: DeliveryContext) => Promise<ReadResult<unknown>>;
  readonly answered: string;
}

/** Cheap reads, one line each. None of them changes anything in Zelto. */
const PROBES: readonly Probe[] = [
  { name: "Agents", capability: "listAgents", read: ({ zelto }) => zelto.listAgents({ limit: 1 }), answered: "Answers: the key is good, and agents can be checked before sending." },
  { name: "Conversations", capability: "listConversations", read: ({ zelto }) => zelto.listConversations({ limit: 1 }), answered: "Answers: Intake can see calls land." },
  { name: "Buckets", capability: "listBuckets", read: ({ zelto }) => zelto.listBuckets({ limit: 1 }), answered: "Answers: buckets can be filled from here." },
];

/**
 * Asks the target what answers and how fast, remembers it, and ends the pauses that a good answer disproves. Never fails: a failing
 * check is a line of the report.
 */
export async function checkConnection(context: DeliveryContext): Promise<ConnectionReport> {
  const checks: Check[] = [];
  for (const probe of PROBES) {
    const result = await recordRead(context, probe.capability, await probe.read(context));
    checks.push(toCheck(probe, result));
    // Where nothing can be reached or the key is refused the other reads would only fail the same way, slowly.
    if (result.kind === "failed" && result.error.code !== "zelto_unavailable") break;
  }
  if (checks.some(({ ok, status }) => ok && status !== null && status < 300)) await endPausesByContact(context);
  const { kind, baseUrl, keyLast4, hasKey } = context.target;
  return { target: { kind, baseUrl, keyLast4, hasKey }, checkedAt: context.now(), checks };
}

function toCheck(probe: Probe, result: ReadResult<unknown>): Check {
  const durationMs = Math.round(result.durationMs * 10) / 10;
  if (result.kind === "failed") return { name: probe.name, ok: false, status: result.status, durationMs, sentence: result.error.message };
  if (result.kind === "ok") return { name: probe.name, ok: true, status: result.status, durationMs, sentence: probe.answered };
  const sentence = `Not offered by this Zelto (${result.status}). Intake does without it.`;
  return { name: probe.name, ok: true, status: result.status, durationMs, sentence };
}
