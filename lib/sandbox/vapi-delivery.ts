import { costText, secondsBetween } from "./delivery";
import type { DeliveryReading } from "./delivery";
import type { Turn } from "./documents";
import { turnsFromLabelledText } from "./labelled-text";
import { firstNumber, firstText, listOf, valueAt, writtenOut } from "./native-value";

const ROLES: Readonly<Record<string, Turn["role"]>> = {
  assistant: "assistant",
  bot: "assistant",
  user: "user",
  system: "system",
  tool: "tool",
  tool_calls: "tool",
  tool_call_result: "tool",
};

function toTurn(item: unknown): Turn | null {
  const role = ROLES[firstText(valueAt(item, "role")) ?? ""];
  const content = firstText(valueAt(item, "message"), valueAt(item, "content"), valueAt(item, "result"), writtenOut(valueAt(item, "toolCalls")));
  if (role === undefined || content === null) return null;
  const startSeconds = firstNumber(valueAt(item, "secondsFromStart"));
  const time = firstNumber(valueAt(item, "time"));
  const endTime = firstNumber(valueAt(item, "endTime"));
  if (startSeconds === null || startSeconds < 0) return { role, content };
  // `time` and `endTime` are epoch milliseconds.
  const lengthSeconds = time === null || endTime === null || endTime < time ? null : (endTime - time) / 1_000;
  return { role, content, startSeconds, ...(lengthSeconds === null ? {} : { endSeconds: startSeconds + lengthSeconds }) };
}

/** The same messages come in up to three places, some of them empty; the longest list is the whole conversation. */
function readTurns(message: unknown): readonly Turn[] {
  const lists = [valueAt(message, "artifact", "messages"), valueAt(message, "messages"), valueAt(message, "call", "messages")].map(listOf);
  const longest = lists.reduce((best, list) => (list.length > best.length ? list : best), []);
  const turns = longest.map(toTurn).filter((turn) => turn !== null);
  if (turns.length > 0) return turns;
  return turnsFromLabelledText(firstText(valueAt(message, "artifact", "transcript"), valueAt(message, "transcript")));
}

/**
 * Reads a native Vapi webhook body. Only `end-of-call-report` becomes a conversation (vendor's Vapi page).
 * The mapping is the sandbox's own: which paths Zelto reads is not published.
 */
export function readVapiDelivery(body: unknown): DeliveryReading {
  const message = valueAt(body, "message");
  if (valueAt(message, "type") !== "end-of-call-report") return { kind: "not-terminal" };
  const call = valueAt(message, "call");
  const assistant = valueAt(message, "assistant");
  const referenceId = firstText(valueAt(call, "id"));
  const agentName = firstText(valueAt(assistant, "name"));
  const externalId = firstText(
    valueAt(call, "assistantId"),
    valueAt(assistant, "id"),
    valueAt(call, "squadId"),
    valueAt(call, "workflowId"),
    // An assistant defined inside the call has no id of its own.
    agentName,
  );
  if (referenceId === null || externalId === null) return { kind: "not-convertible" };
  const turns = readTurns(message);
  const prompt = turns.find((turn) => turn.role === "system");
  const seconds = firstNumber(valueAt(message, "durationSeconds"));
  return {
    kind: "delivery",
    delivery: {
      referenceId,
      source: "vapi",
      agent: { by: "externalId", externalId, name: agentName },
      name: firstText(valueAt(message, "customer", "name"), valueAt(call, "customer", "name")) ?? referenceId,
      endedReason: firstText(valueAt(message, "endedReason")),
      cost: costText(firstNumber(valueAt(message, "cost"), valueAt(call, "cost"))),
      recordingUrl: firstText(
        valueAt(message, "artifact", "recordingUrl"),
        valueAt(message, "recordingUrl"),
        valueAt(message, "artifact", "recording", "mono", "combinedUrl"),
      ),
      durationSeconds: seconds ?? secondsBetween(firstText(valueAt(message, "startedAt")), firstText(valueAt(message, "endedAt"))),
      turns: turns.length === 0 ? null : [...turns],
      systemPrompt: prompt?.content ?? null,
    },
  };
}
