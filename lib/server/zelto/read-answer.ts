import "server-only";
import { appError } from "@/lib/core/app-error";
import type { AppError } from "@/lib/core/app-error";
import { readReason } from "@/lib/core/uploads/answer-reason";
import type { AnswerOutcome } from "@/lib/core/uploads/attempt-outcome";
import type * as z from "zod";
import type { Exchange } from "./transport";

/**
 * What came of a read of Zelto. `missing`: this Zelto does not offer it (404, 405, 403, 501), which is remembered and done
 * without; for a single object a 404 only says that there is no such object. `failed`: it may work another time.
 */
export type ReadResult<Value> =
  | { readonly kind: "ok"; readonly value: Value; readonly status: number; readonly durationMs: number }
  | { readonly kind: "missing"; readonly status: number; readonly durationMs: number }
  | { readonly kind: "failed"; readonly error: AppError; readonly status: number | null; readonly durationMs: number };

const MISSING_STATUSES = [403, 404, 405, 501];

/** Judges a read, parses its JSON with `schema` and maps it. */
export function readAnswer<Schema extends z.ZodType, Value>(exchange: Exchange, schema: Schema, map: (wire: z.output<Schema>) => Value): ReadResult<Value> {
  const { outcome, durationMs, status } = exchange;
  if (outcome.kind !== "answer") return { kind: "failed", error: errorOfFault(outcome.kind), status, durationMs };
  if (MISSING_STATUSES.includes(outcome.status)) return { kind: "missing", status: outcome.status, durationMs };
  if (outcome.status < 200 || outcome.status >= 300) return { kind: "failed", error: errorOfStatus(outcome), status: outcome.status, durationMs };
  const wire = schema.safeParse(parseJson(outcome));
  if (!wire.success) return { kind: "failed", error: unexpectedAnswer(), status: outcome.status, durationMs };
  return { kind: "ok", value: map(wire.data), status: outcome.status, durationMs };
}

function parseJson(outcome: AnswerOutcome): unknown {
  if (outcome.truncated) return undefined;
  try {
    return JSON.parse(outcome.body);
  } catch {
    // Reported as an unexpected answer by the schema, which refuses undefined.
    return undefined;
  }
}

function unexpectedAnswer(): AppError {
  return appError("zelto_unexpected_answer", "Zelto gave an answer that Intake does not understand. Nothing was changed; check the address in Settings.");
}

function errorOfFault(kind: "not-sent" | "unknown" | "local"): AppError {
  if (kind === "local") return appError("zelto_unauthorized", "No API key is set, so nothing was sent. Set ZELTO_API_KEY and restart.");
  if (kind === "not-sent") return appError("zelto_unreachable", "Cannot reach Zelto. Nothing was sent; check the network and the address, then try again.", { retryable: true });
  return appError("zelto_timeout", "Zelto did not answer in time, or the connection broke. Asking again is safe.", { retryable: true });
}

/** The one table from a read's status to our codes; uploads have their own in core. */
function errorOfStatus({ status, body }: AnswerOutcome): AppError {
  const reason = readReason(body);
  const words = reason === null ? "" : `: ${reason}`;
  if (status === 401) return appError("zelto_unauthorized", "Zelto refused the API key (401). Set a valid ZELTO_API_KEY and restart.");
  if (status === 429) return appError("zelto_unavailable", "Zelto asks to slow down (429). Try again in a minute.", { retryable: true });
  if (status >= 500 || status === 408) return appError("zelto_unavailable", `Zelto is not available (${status}${words}). Try again later.`, { retryable: true });
  if (status >= 300 && status < 400) return appError("zelto_unexpected_answer", `The address redirects (${status}); Intake does not follow, so the key went nowhere else. Correct ZELTO_BASE_URL.`);
  return appError("zelto_refused", `Zelto refused this (${status}${words}). Nothing was changed.`);
}
