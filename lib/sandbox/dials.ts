import * as z from "zod";

/** Whether one of the API's less certain endpoints is there, or the status with which it declines. */
const EndpointStateSchema = z.enum(["on", "404", "405", "403"]);
export type EndpointState = z.infer<typeof EndpointStateSchema>;

/** A share of the requests to one group of operations that is answered with a fixed status instead of being served. */
export const StatusRateSchema = z.strictObject({
  /** 1xx and 600 and above cannot be expressed by a Web `Response`. */
  status: z.int().min(200).max(599),
  percent: z.number().min(0).max(100),
  operation: z.enum(["upload", "reads", "buckets", "all"]),
  /** Sent as the `Retry-After` header, as written: seconds or an HTTP date. */
  retryAfter: z
    .string()
    .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,62}[\x21-\x7e])?$/)
    .optional(),
});
export type StatusRate = z.infer<typeof StatusRateSchema>;

/**
 * The sandbox's fault dials. Stored with its data, so a restart keeps them.
 * Percent 0 never strikes and percent 100 always does; between them a seeded generator decides.
 */
export const SandboxDialsSchema = z.strictObject({
  /** Held back between the work and its answer, so a client that gives up early may still have been heard. */
  latencyMs: z.int().min(0).max(600_000),
  /** Tried in order; the first that strikes answers. The request is not served. */
  statusRates: z.array(StatusRateSchema).max(20),
  /** Share of requests whose connection is dropped without an answer. */
  resetPercent: z.number().min(0).max(100),
  /** Whether a dropped request was served before its connection went. */
  resetWhen: z.enum(["before", "after"]),
  /** From the acceptance of an upload to its conversation. */
  landingDelayMs: z.int().min(0).max(86_400_000),
  /** Uploads are accepted and lost. */
  neverLand: z.boolean(),
  /** GET /v1/conversations */
  listEndpoint: EndpointStateSchema,
  /** GET /v1/conversations/{id}/transcript */
  transcriptEndpoint: EndpointStateSchema,
  /** GET /v1/agents and /v1/agents/{id} */
  agentsEndpoint: EndpointStateSchema,
  /** Everything about buckets except adding a conversation, the one bucket operation that the vendor fully specifies. */
  bucketsEndpoint: EndpointStateSchema,
  /** Bends only the answer to an accepted upload; the upload itself is taken in. */
  malformed200: z.enum(["off", "empty", "html", "receivedFalse", "receivedString", "cut"]),
  /** Every request is answered 401, whatever its key. */
  keyRevoked: z.boolean(),
});
export type SandboxDials = z.infer<typeof SandboxDialsSchema>;

/** A sandbox that behaves. The landing delay is long enough to see an upload pass from accepted to landed. */
export const DEFAULT_DIALS: SandboxDials = {
  latencyMs: 0,
  statusRates: [],
  resetPercent: 0,
  resetWhen: "before",
  landingDelayMs: 1_500,
  neverLand: false,
  listEndpoint: "on",
  transcriptEndpoint: "on",
  agentsEndpoint: "on",
  bucketsEndpoint: "on",
  malformed200: "off",
  keyRevoked: false,
};
