import * as z from "zod";

/** What the Sandbox page shows and sets. The emulator has schemas of its own: nothing is shared with it on purpose. */
export const ENDPOINT_STATES = ["on", "404", "405", "403"] as const;
export const MALFORMED_ANSWERS = ["off", "empty", "html", "receivedFalse", "receivedString", "cut"] as const;
export const RATE_OPERATIONS = ["upload", "reads", "buckets", "all"] as const;

export const StatusRateSchema = z.strictObject({
  status: z.int().min(200).max(599),
  percent: z.number().min(0).max(100),
  operation: z.enum(RATE_OPERATIONS),
  /** Seconds or an HTTP date, as it would stand in the header. */
  retryAfter: z.string().regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,62}[\x21-\x7e])?$/, "Printable characters, at most 64").optional(),
});
export type StatusRate = z.infer<typeof StatusRateSchema>;

export const SandboxDialsSchema = z.strictObject({
  latencyMs: z.int().min(0).max(600_000),
  statusRates: z.array(StatusRateSchema).max(20),
  resetPercent: z.number().min(0).max(100),
  resetWhen: z.enum(["before", "after"]),
  landingDelayMs: z.int().min(0).max(86_400_000),
  neverLand: z.boolean(),
  listEndpoint: z.enum(ENDPOINT_STATES),
  transcriptEndpoint: z.enum(ENDPOINT_STATES),
  agentsEndpoint: z.enum(ENDPOINT_STATES),
  bucketsEndpoint: z.enum(ENDPOINT_STATES),
  malformed200: z.enum(MALFORMED_ANSWERS),
  keyRevoked: z.boolean(),
});
export type SandboxDials = z.infer<typeof SandboxDialsSchema>;
export const SandboxDialsPatchSchema = SandboxDialsSchema.partial();
export type SandboxDialsPatch = z.infer<typeof SandboxDialsPatchSchema>;

export const SandboxRequestSchema = z.strictObject({
  id: z.int(),
  /** UTC, ISO 8601. */
  at: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.string(),
  provider: z.string().nullable(),
  authorised: z.boolean(),
  /** 0: the connection was dropped. Null: still under way. */
  status: z.int().nullable(),
  durationMs: z.number().nullable(),
  bodyBytes: z.int(),
  sha256: z.string().nullable(),
  body: z.string(),
  isBodyCut: z.boolean(),
  answer: z.string().nullable(),
  answerBytes: z.int().nullable(),
  outcome: z.string().nullable(),
  conversationId: z.string().nullable(),
});
export type SandboxRequest = z.infer<typeof SandboxRequestSchema>;

export const SandboxCountsSchema = z.strictObject({
  agents: z.int(),
  conversations: z.int(),
  buckets: z.int(),
  members: z.int(),
  pendingLandings: z.int(),
  requests: z.int(),
});
export type SandboxCounts = z.infer<typeof SandboxCountsSchema>;

export const SandboxRequestsQuerySchema = z.strictObject({ before: z.coerce.number().int().min(1).optional() });
export const SandboxRequestsSchema = z.strictObject({
  requests: z.array(SandboxRequestSchema).max(100),
  counts: SandboxCountsSchema,
  /** Pass as `before` for the next page; null at the end. */
  next: z.int().nullable(),
});
export type SandboxRequests = z.infer<typeof SandboxRequestsSchema>;
