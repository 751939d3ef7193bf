import { detectSource } from "@/lib/core/shapes/source/detect-source";
import type { SourceDetection } from "@/lib/core/shapes/shape";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { parseJson } from "@/lib/core/text/scan-json";

/** Keys under which the known message formats keep what was said or done. */
const MESSAGE_KEYS = ["content", "text", "message", "parts", "tool_calls"];
/** Ours: so many items, and so many characters of them, show what a list is. */
const SAMPLE_ITEMS = 40;
const SAMPLE_CHARACTERS = 400_000;
/** Ours: from here on a shape counts as recognised. */
export const RECOGNISED = 0.6;

/**
 * Whether the items of an array are the parts of one conversation: all are messages, or a converter recognises the list as it stands
 * and its items less. Taking each for a call would tear the conversation apart.
 */
export function isConversation(items: readonly string[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  const head = parseJson(first);
  if (!head.ok) return false;
  if (isMessage(head.value.root) && items.every((item) => isMessageText(item))) return true;
  return isRecognisedList(items, head.value.root);
}

/** The same question of a list inside a value. */
export function isConversationNode(text: string, items: readonly JsonNode[]): boolean {
  return isConversation(items.map(({ start, end }) => text.slice(start, end)));
}

function isMessageText(text: string): boolean {
  const parsed = parseJson(text);
  return parsed.ok && isMessage(parsed.value.root);
}

function isMessage(item: JsonNode): boolean {
  return member(item, "role")?.type === "string" && MESSAGE_KEYS.some((key) => member(item, key) !== undefined);
}

function isRecognisedList(items: readonly string[], first: JsonNode): boolean {
  const sample = sampleOf(items);
  const list = sample.length < 1 ? null : parseJson(`[${sample.join(",")}]`);
  if (!list?.ok) return false;
  const whole = detectSource(list.value.root);
  if (!isSpecific(whole)) return false;
  return whole.confidence > detectSource(first).confidence;
}

function isSpecific({ shape, confidence }: SourceDetection): boolean {
  return confidence >= RECOGNISED && shape !== "unknown" && shape !== "no-call";
}

function sampleOf(items: readonly string[]): readonly string[] {
  const sample: string[] = [];
  let characters = 0;
  for (const item of items) {
    characters += item.length;
    if (sample.length === SAMPLE_ITEMS || characters > SAMPLE_CHARACTERS) break;
    sample.push(item);
  }
  return sample;
}
