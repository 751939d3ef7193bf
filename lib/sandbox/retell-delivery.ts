import { costText } from "./delivery";
import type { DeliveryReading } from "./delivery";
import type { Turn } from "./documents";
import { turnsFromLabelledText } from "./labelled-text";
import { firstNumber, firstText, listOf, valueAt, writtenOut } from "./native-value";

const TERMINAL_EVENTS: readonly unknown[] = ["call_ended", "call_analyzed"];
const ROLES: Readonly<Record<string, Turn["role"]>> = {
  agent: "assistant",
  transfer_target: "assistant",
  user: "user",
  tool_call_invocation: "tool",
  tool_call_result: "tool",
};

function toTurn(item: unknown): Turn | null {
  const role = ROLES[firstText(valueAt(item, "role")) ?? ""];
  const content = firstText(valueAt(item, "content"), writtenOut(valueAt(item, "arguments")));
  if (role === undefined || content === null) return null;
  const words = listOf(valueAt(item, "words"));
  const startSeconds = firstNumber(valueAt(words[0], "start"));
  const endSeconds = firstNumber(valueAt(words.at(-1), "end"));
  return { role, content, ...(startSeconds === null ? {} : { startSeconds }), ...(endSeconds === null ? {} : { endSeconds }) };
}

function readTurns(call: unknown): readonly Turn[] {
  for (const key of ["transcript_with_tool_calls", "transcript_object"]) {
    const turns = listOf(valueAt(call, key))
      .map(toTurn)
      .filter((turn) => turn !== null);
    if (turns.length > 0) return turns;
  }
  return turnsFromLabelledText(firstText(valueAt(call, "transcript")));
}

function readDurationSeconds(call: unknown): number | null {
  const start = firstNumber(valueAt(call, "start_timestamp"));
  const end = firstNumber(valueAt(call, "end_timestamp"));
  const milliseconds = firstNumber(valueAt(call, "duration_ms")) ?? (start === null || end === null ? null : end - start);
  return milliseconds === null || milliseconds < 0 ? null : Math.round(milliseconds / 1_000);
}

/**
 * Reads a native Retell webhook body. Only `call_ended` and `call_analyzed` become a conversation (vendor's Retell page).
 * The mapping is the sandbox's own: which paths Zelto reads is not published.
 */
export function readRetellDelivery(body: unknown): DeliveryReading {
  if (!TERMINAL_EVENTS.includes(valueAt(body, "event"))) return { kind: "not-terminal" };
  // `data` is what the envelope called it in older webhooks.
  const call = valueAt(body, "call") ?? valueAt(body, "data");
  const referenceId = firstText(valueAt(call, "call_id"));
  const externalId = firstText(valueAt(call, "agent_id"));
  if (referenceId === null || externalId === null) return { kind: "not-convertible" };
  const turns = readTurns(call);
  const cents = firstNumber(valueAt(call, "call_cost", "combined_cost"));
  return {
    kind: "delivery",
    delivery: {
      referenceId,
      source: "retell",
      agent: { by: "externalId", externalId, name: firstText(valueAt(call, "agent_name")) },
      name: referenceId,
      endedReason: firstText(valueAt(call, "disconnection_reason")),
      cost: costText(cents === null ? null : cents / 100),
      recordingUrl: firstText(valueAt(call, "recording_url")),
      durationSeconds: readDurationSeconds(call),
      turns: turns.length === 0 ? null : [...turns],
      systemPrompt: null,
    },
  };
}
