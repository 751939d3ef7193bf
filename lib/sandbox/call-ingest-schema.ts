import * as z from "zod";
import { isDateTime } from "./date-time";
import { valueAt } from "./native-value";
import { sayRequired, validationDetails } from "./validation-details";
import type { ValidationDetails } from "./validation-details";

/*
 * The sandbox's own reading of the vendor's CallIngest (API reference, "Upload a call"). It shares nothing with the
 * product's schema on purpose: a schema shared by client and emulator cannot find its own mistakes.
 */

/** JSON Schema counts a string's length in code points, not in UTF-16 units; no more of it is looked at than decides. */
function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && Array.from(text.slice(0, 2 * (limit + 1))).length > limit;
}

const text = (limits: { readonly min?: number; readonly max?: number } = {}) => {
  const { min = 0, max = Infinity } = limits;
  return z
    .string()
    .refine((value) => value.length >= min, `Must have at least ${min} character`)
    .refine((value) => !isLongerThan(value, max), `Must have at most ${max} characters`);
};
/** Any RFC 4122 version or none: the `uuid` format asks for the layout only. */
const uuid = z.guid("Must be a UUID");
const dateTime = z.string().refine(isDateTime, "Must be an RFC 3339 date-time");
const notNegative = z.number().refine((value) => value >= 0, "Must be 0 or more");
/** JSON Schema's integer has no upper bound, unlike a safe integer. */
const wholeNotNegative = notNegative.refine((value) => Number.isInteger(value), "Must be a whole number");

const CallIngestTurnSchema = z.object({
  role: z.enum(["user", "assistant", "system", "tool"]),
  content: text({ min: 1 }),
  startSeconds: notNegative.optional(),
  endSeconds: notNegative.optional(),
});

const CallIngestSchema = z.object({
  agent: z.object({ externalId: text({ min: 1 }).optional(), name: text({ min: 1, max: 255 }).optional() }).optional(),
  agentId: uuid.optional(),
  version: text({ min: 1, max: 255 }).optional(),
  call: z.object({
    externalId: text({ min: 1 }),
    startedAt: dateTime.optional(),
    endedAt: dateTime.optional(),
    durationSeconds: wholeNotNegative.optional(),
    endedReason: text({ max: 100 }).optional(),
    cost: notNegative.optional(),
    recordingUrl: text({ max: 2_048 }).optional(),
    customer: z.object({ number: text({ max: 50 }).optional(), name: text({ max: 255 }).optional() }).optional(),
  }),
  transcript: z.object({ turns: z.array(CallIngestTurnSchema).min(1, "Must have at least 1 turn") }).optional(),
  systemPrompt: text().optional(),
  metadata: z.object({}).optional(),
});
export type CallIngest = z.infer<typeof CallIngestSchema>;

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The rule that the vendor states in words only: one of `agentId` and `agent.externalId` has to be there. */
function lacksAgent(body: unknown): boolean {
  const agent = valueAt(body, "agent");
  if (!isObject(body) || (agent !== undefined && !isObject(agent))) return false;
  return valueAt(body, "agentId") === undefined && valueAt(agent, "externalId") === undefined;
}

export type CallIngestReading =
  { readonly ok: true; readonly call: CallIngest } | { readonly ok: false; readonly details: ValidationDetails };

/** Validates a parsed body as CallIngest. Unknown keys pass, as the vendor's schema does not forbid them. */
export function readCallIngest(body: unknown): CallIngestReading {
  const parsed = CallIngestSchema.safeParse(body, { error: sayRequired });
  const agentDetails: ValidationDetails = lacksAgent(body) ? { "agent.externalId": ["Required unless agentId is given"] } : {};
  if (parsed.success && Object.keys(agentDetails).length === 0) return { ok: true, call: parsed.data };
  return { ok: false, details: { ...validationDetails(parsed.error?.issues ?? []), ...agentDetails } };
}
