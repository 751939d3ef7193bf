import { convertToCanonical, type Conversion } from "@/lib/core/shapes/convert-to-canonical";
import type { ConversionOptions } from "@/lib/core/shapes/convert-options";
import type { ReceiptEntry } from "@/lib/core/shapes/shape";
import { rootOf } from "../problems/report-of";

/** The conversion of a Vapi message, given without its envelope. */
export function vapi(message: Record<string, unknown>): Conversion {
  return conversionOf({ message: { type: "end-of-call-report", ...message } }, "vapi-webhook");
}

/** The conversion of a Retell call, given without its envelope. */
export function retell(call: Record<string, unknown>, options: ConversionOptions = {}): Conversion {
  return conversionOf({ event: "call_ended", call }, "retell-webhook", options);
}

function conversionOf(body: unknown, shape: "vapi-webhook" | "retell-webhook", options: ConversionOptions = {}): Conversion {
  const result = convertToCanonical(rootOf(JSON.stringify(body)), shape, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The converted call as a value. */
export function callOf({ text }: Conversion): Record<string, unknown> & { call: Record<string, unknown>; metadata: Record<string, unknown> } {
  return JSON.parse(text) as ReturnType<typeof callOf>;
}

/** Turns as `role|content|start|end`. */
export function turnsOf({ text }: Conversion): readonly string[] {
  const { transcript } = JSON.parse(text) as { transcript?: { turns: { role: string; content: string; startSeconds?: number; endSeconds?: number }[] } };
  return (transcript?.turns ?? []).map(({ role, content, startSeconds, endSeconds }) => [role, content, startSeconds ?? "-", endSeconds ?? "-"].join("|"));
}

/** What the receipt says of one leaf. */
export function entryOf({ receipt }: Conversion, from: string): ReceiptEntry {
  const entry = receipt.entries.find((candidate) => candidate.from === from);
  if (!entry) throw new Error(`No receipt for ${from}`);
  return entry;
}
