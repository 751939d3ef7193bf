import type { CallIngest } from "./call-ingest-schema";
import { costText, secondsBetween } from "./delivery";
import type { Delivery } from "./delivery";
import type { Turn } from "./documents";

type CallIngestTurn = NonNullable<CallIngest["transcript"]>["turns"][number];

function toTurn({ role, content, startSeconds, endSeconds }: CallIngestTurn): Turn {
  return { role, content, ...(startSeconds === undefined ? {} : { startSeconds }), ...(endSeconds === undefined ? {} : { endSeconds }) };
}

function toAgent(body: CallIngest): Delivery["agent"] {
  if (body.agentId !== undefined) return { by: "id", id: body.agentId.toLowerCase() };
  // Validation has made sure that one of the two is there.
  return { by: "externalId", externalId: body.agent?.externalId ?? "", name: body.agent?.name ?? null };
}

/**
 * Reads a validated canonical body. A leading system turn doubles as the prompt when none is given; whether the real
 * API then leaves that turn in the transcript is not known, and the sandbox leaves it.
 */
export function deliveryFromCallIngest(body: CallIngest, source: "upload" | "livekit"): Delivery {
  const { call } = body;
  const turns = body.transcript?.turns.map(toTurn) ?? null;
  const leading = turns?.[0];
  return {
    referenceId: call.externalId,
    source,
    agent: toAgent(body),
    name: nonEmpty(call.customer?.name) ?? call.externalId,
    endedReason: call.endedReason ?? null,
    cost: costText(call.cost ?? null),
    recordingUrl: nonEmpty(call.recordingUrl),
    durationSeconds: call.durationSeconds ?? secondsBetween(call.startedAt ?? null, call.endedAt ?? null),
    turns,
    systemPrompt: body.systemPrompt ?? (leading?.role === "system" ? leading.content : null),
  };
}

/** An empty recording address is allowed by the schema and names no recording. */
function nonEmpty(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
