import * as z from "zod";
import { TurnSchema } from "./documents";

/**
 * What one accepted upload says, whichever body it came in. Kept as JSON until it lands, so it holds
 * nothing of the body that could be nested without end.
 */
export const DeliverySchema = z.strictObject({
  referenceId: z.string(),
  source: z.enum(["upload", "livekit", "vapi", "retell"]),
  agent: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("id"), id: z.string() }),
    z.strictObject({ by: z.literal("externalId"), externalId: z.string(), name: z.string().nullable() }),
  ]),
  name: z.string(),
  endedReason: z.string().nullable(),
  cost: z.string().nullable(),
  recordingUrl: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  turns: z.array(TurnSchema).nullable(),
  systemPrompt: z.string().nullable(),
});
export type Delivery = z.infer<typeof DeliverySchema>;

/** Reading a body ends in a delivery, or in the reason why it will be dropped without a word. */
export type DeliveryReading =
  { readonly kind: "delivery"; readonly delivery: Delivery } | { readonly kind: "not-terminal" } | { readonly kind: "not-convertible" };

/** Transcript and recording both absent: the API takes this for a dial that nobody answered. */
export function isUnconnectedDial(delivery: Delivery): boolean {
  return delivery.turns === null && delivery.recordingUrl === null;
}

/** Dollars as the API answers them: plain decimal text, never an exponent. Ten decimals are finer than any price per call. */
export function costText(dollars: number | null): string | null {
  if (dollars === null) return null;
  const plain = String(dollars);
  return /e/i.test(plain) ? dollars.toFixed(10).replace(/\.?0+$/, "") : plain;
}

/** Whole seconds between two instants, or null when either cannot be read or the end comes first. */
export function secondsBetween(startedAt: string | null, endedAt: string | null): number | null {
  if (startedAt === null || endedAt === null) return null;
  const milliseconds = Date.parse(endedAt) - Date.parse(startedAt);
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? Math.round(milliseconds / 1_000) : null;
}
