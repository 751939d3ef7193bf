import type { ValidationDetails } from "./validation-details";

/** An answer before it becomes a `Response`, so that it can be logged and bent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8" };
/** `Response` refuses a body with these. */
const STATUSES_WITHOUT_BODY: readonly number[] = [204, 205, 304];

export function answerJson(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(value) };
}

/** The error body of the vendor: `error` always, `message` and `details` where they say more. */
export function answerError(
  status: number,
  error: string,
  more: { readonly message?: string; readonly details?: ValidationDetails; readonly headers?: Readonly<Record<string, string>> } = {},
): Answer {
  const { headers = {}, ...rest } = more;
  return answerJson(status, { error, ...rest }, headers);
}

export const answerInvalid = (details: ValidationDetails): Answer => answerError(400, "Validation failed", { details });

export const answerNotFound = (what: string): Answer => answerError(404, "Not found", { message: `${what} not found` });

export function toResponse(answer: Answer): Response {
  return new Response(STATUSES_WITHOUT_BODY.includes(answer.status) ? null : answer.body, { status: answer.status, headers: answer.headers });
}
