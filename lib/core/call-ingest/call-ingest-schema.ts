import * as z from "zod";
import { parseDateTime } from "./date-time";
import {
  MAX_AGENT_NAME,
  MAX_CUSTOMER_NAME,
  MAX_CUSTOMER_NUMBER,
  MAX_ENDED_REASON,
  MAX_RECORDING_URL,
  MAX_TEXT,
  MAX_TURNS,
  MAX_VERSION,
  MIN_TEXT,
  MIN_TURNS,
  ROLES,
  characterCount,
} from "./limits";

/** A text of so many characters, counted in code points as the vendor's schema counts them. */
const text = (min: number, max: number) =>
  z.string().refine((value) => {
    const count = characterCount(value);
    return count >= min && count <= max;
  }, `Must be ${min} to ${max} characters long`);
const dateTime = z.string().refine((value) => parseDateTime(value) !== null, "Must be a date-time with its zone");
const amount = z.number().min(0);

export const CallTurnSchema = z.looseObject({
  role: z.enum(ROLES),
  content: text(MIN_TEXT, MAX_TEXT),
  startSeconds: amount.optional(),
  endSeconds: amount.optional(),
});
export type CallTurn = z.infer<typeof CallTurnSchema>;

/**
 * CallIngest as the vendor's schema has it, plus a maximum on what has none there. Keys that it does not name are kept.
 * That an agent reference must be given is not part of it: the vendor says so in prose only (see `agent_reference_missing`).
 */
export const CallIngestSchema = z.looseObject({
  agent: z.looseObject({ externalId: text(MIN_TEXT, MAX_TEXT).optional(), name: text(MIN_TEXT, MAX_AGENT_NAME).optional() }).optional(),
  agentId: z.guid().optional(),
  version: text(MIN_TEXT, MAX_VERSION).optional(),
  call: z.looseObject({
    externalId: text(MIN_TEXT, MAX_TEXT),
    startedAt: dateTime.optional(),
    endedAt: dateTime.optional(),
    // Not z.int(): that also refuses what a double cannot tell apart, and the vendor's "integer" does not.
    durationSeconds: amount.refine(Number.isInteger, "Must be a whole number").optional(),
    endedReason: text(0, MAX_ENDED_REASON).optional(),
    cost: amount.optional(),
    recordingUrl: text(0, MAX_RECORDING_URL).optional(),
    customer: z.looseObject({ number: text(0, MAX_CUSTOMER_NUMBER).optional(), name: text(0, MAX_CUSTOMER_NAME).optional() }).optional(),
  }),
  transcript: z.looseObject({ turns: z.array(CallTurnSchema).min(MIN_TURNS).max(MAX_TURNS) }).optional(),
  systemPrompt: text(0, MAX_TEXT).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export type CallIngest = z.infer<typeof CallIngestSchema>;
