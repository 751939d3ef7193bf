import "server-only";
import * as z from "zod";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { gate } from "./access/gate";
import { serverContext, type ServerContext } from "./context";
import { invalidInput } from "./invalid-input";
import { logger } from "./logger";
import { problemResponse, REQUEST_ID_HEADER, thrownError } from "./problem-answer";
import { readBody } from "./read-body";
import { newRequestId } from "./request-id";
import { DATA_HEADERS } from "./security-headers";

/** What a handler may use: the server's collaborators and the id of this request. */
export interface RequestContext extends ServerContext {
  readonly requestId: string;
}

export interface RouteDefinition<Params extends z.ZodType, Query extends z.ZodType, Input extends z.ZodType, Output extends z.ZodType> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly params?: Params;
  readonly query?: Query;
  /** Of the JSON body; without it a body is refused. */
  readonly input?: Input;
  readonly output: Output;
  /** Answers without a session. Host and origin are checked all the same. */
  readonly public?: boolean;
  /** Of the body; 64 KB unless said. */
  readonly maxBytes?: number;
  /** The body is octets and is handed on as they are. */
  readonly rawBody?: true;
}

export interface RouteCall<Params, Query, Input> {
  readonly params: Params;
  readonly query: Query;
  readonly input: Input;
  /** Octets of a raw body, else empty. */
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

interface NextRoute {
  readonly params: Promise<Record<string, string | string[] | undefined>>;
}

const DEFAULT_MAX_BYTES = 64 * 1024;

/**
 * A route behind its gate. In this order: host, method, origin, session, size, schema, handler, schema of the answer. An
 * error in any of them refuses. Errors answer as problem+json; data is never cached.
 */
export function defineRoute<Params extends z.ZodType, Query extends z.ZodType, Input extends z.ZodType, Output extends z.ZodType>(
  definition: RouteDefinition<Params, Query, Input, Output>,
  handler: (call: RouteCall<z.output<Params>, z.output<Query>, z.output<Input>>, context: RequestContext) => Promise<Result<z.input<Output>, AppError>>,
): (request: Request, route: NextRoute) => Promise<Response> {
  return async (request, route) => {
    const requestId = newRequestId();
    const path = new URL(request.url).pathname;
    const started = performance.now();
    let response: Response;
    try {
      const answer = await serve(definition, handler, { request, route, requestId });
      response = answer.ok ? dataResponse(answer.value, requestId) : problemResponse(answer.error, requestId);
    } catch (error) {
      response = problemResponse(thrownError(error, { route: path, requestId }), requestId);
    }
    const level = response.ok && request.method === "GET" ? "debug" : "info";
    logger()[level]("request", { requestId, route: path, method: request.method, status: response.status, durationMs: Math.round(performance.now() - started) });
    return response;
  };
}

interface Arrival {
  readonly request: Request;
  readonly route: NextRoute;
  readonly requestId: string;
}

async function serve<Params extends z.ZodType, Query extends z.ZodType, Input extends z.ZodType, Output extends z.ZodType>(
  definition: RouteDefinition<Params, Query, Input, Output>,
  handler: (call: RouteCall<z.output<Params>, z.output<Query>, z.output<Input>>, context: RequestContext) => Promise<Result<z.input<Output>, AppError>>,
  { request, route, requestId }: Arrival,
): Promise<Result<z.output<Output>, AppError>> {
  const context = serverContext();
  const reads = request.method === "GET" || request.method === "HEAD";
  // The host comes first, the method second; the gate answers host and the rest in one go.
  const refusal = await gate(request.headers, { changesState: !reads, open: definition.public ?? false }, context);
  if (refusal?.code === "forbidden_host") return failure(refusal);
  if (!(request.method === definition.method || (request.method === "HEAD" && definition.method === "GET"))) {
    return failure(appError("method_not_allowed", "This cannot be done that way. Nothing was changed."));
  }
  if (refusal) return failure(refusal);
  const body = await readBody(request, definition.maxBytes ?? DEFAULT_MAX_BYTES);
  if (!body.ok) return body;
  const call = await parseCall(definition, { request, route, bytes: body.value });
  if (!call.ok) return call;
  const answer = await handler(call.value, { ...context, requestId });
  return answer.ok ? success(definition.output.parse(answer.value)) : answer;
}

async function parseCall<Params extends z.ZodType, Query extends z.ZodType, Input extends z.ZodType, Output extends z.ZodType>(
  definition: RouteDefinition<Params, Query, Input, Output>,
  { request, route, bytes }: { readonly request: Request; readonly route: NextRoute; readonly bytes: Uint8Array },
): Promise<Result<RouteCall<z.output<Params>, z.output<Query>, z.output<Input>>, AppError>> {
  const json = definition.input ? parseJsonBody(request, bytes) : success(undefined);
  if (!json.ok) return json;
  const whole = z.object({ params: definition.params ?? z.unknown(), query: definition.query ?? z.unknown(), input: definition.input ?? z.unknown() }).safeParse({
    params: definition.params ? await route.params : undefined,
    query: Object.fromEntries(new URL(request.url).searchParams),
    input: json.value,
  });
  if (!whole.success) return failure(invalidInput(whole.error, 1));
  // Each part was parsed by its own schema just now; the object around them has lost their types.
  const { params, query, input } = whole.data as { params: z.output<Params>; query: z.output<Query>; input: z.output<Input> };
  return success({ params, query, input, bytes: definition.rawBody ? bytes : new Uint8Array(), headers: request.headers });
}

function parseJsonBody(request: Request, bytes: Uint8Array): Result<unknown, AppError> {
  // Forms of other sites cannot send this type without asking first.
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? "")) return failure(appError("invalid_input", "A JSON body was expected. Nothing was changed."));
  try {
    return success(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    // Both a bad octet and bad JSON mean the same to a caller; a test covers each.
    return failure(appError("invalid_input", "The body is not JSON. Nothing was changed."));
  }
}

function dataResponse(value: unknown, requestId: string): Response {
  return new Response(JSON.stringify(value), { headers: { ...DATA_HEADERS, "content-type": "application/json", [REQUEST_ID_HEADER]: requestId } });
}
