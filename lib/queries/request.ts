import type * as z from "zod";
import type { ApiProblem } from "@/lib/contracts/api-problem";

/** What a query or a mutation throws: the server's problem, ready to be shown. */
export class ApiFailure extends Error {
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = "ApiFailure";
    this.problem = problem;
  }
}

interface RequestOptions {
  readonly signal?: AbortSignal;
}

/** A schema, or how to load it: what the first page asks for brings its schema, and zod, with the first answer. */
type SchemaSource<Schema extends z.ZodType> = Schema | (() => Promise<Schema>);

/** Reads a route and parses its answer. */
export async function getJson<Schema extends z.ZodType>(path: string, schema: SchemaSource<Schema>, options: RequestOptions = {}): Promise<z.output<Schema>> {
  return exchange(path, { method: "GET", ...options }, schema);
}

/** Sends JSON to a route and parses its answer. */
export async function sendJson<Schema extends z.ZodType>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: unknown,
  schema: SchemaSource<Schema>,
): Promise<z.output<Schema>> {
  return exchange(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }, schema);
}

/** Sends octets to a route (intake chunks) and parses its answer. */
export async function sendBytes<Schema extends z.ZodType>(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
  schema: SchemaSource<Schema>,
): Promise<z.output<Schema>> {
  return exchange(path, { method: "POST", headers: { "content-type": "application/octet-stream", ...headers }, body: bytes }, schema);
}

/** Reads a file of Intake's own as it is (samples). */
export async function getBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await send(path, { method: "GET" });
  if (!response.ok) throw new ApiFailure(unreadableAnswer(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

async function exchange<Schema extends z.ZodType>(path: string, init: RequestInit, schema: SchemaSource<Schema>): Promise<z.output<Schema>> {
  const response = await send(path, init);
  const body = await readJson(response);
  if (!response.ok) {
    const { ApiProblemSchema } = await loaded(() => import("@/lib/contracts/api-problem"));
    const problem = ApiProblemSchema.safeParse(body);
    throw new ApiFailure(problem.success ? problem.data : unreadableAnswer(response.status));
  }
  const parsed = (typeof schema === "function" ? await loaded(schema) : schema).safeParse(body);
  if (!parsed.success) throw new ApiFailure(unreadableAnswer(response.status));
  return parsed.data;
}

/** Code that does not arrive is a server that does not answer. */
async function loaded<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    throw new ApiFailure(noAnswer(), { cause: error });
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: "same-origin", redirect: "error", cache: "no-store" });
  } catch (error) {
    // A query that was cancelled by its own page is no failure to show.
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiFailure(noAnswer(), { cause: error });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return null;
  }
}

/** Intake's own server did not answer: stopped, restarting or cut off. Status 0 tells it from an answer. */
function noAnswer(): ApiProblem {
  return problem(0, "No answer", "Intake's server did not answer. What was saved before is safe; check that it runs, then try again.");
}

function unreadableAnswer(status: number): ApiProblem {
  return problem(status, "Unexpected answer", "Intake's server gave an answer that this page does not understand. Reload the page and try again.");
}

function problem(status: number, title: string, detail: string): ApiProblem {
  return { type: "about:blank", title, status, detail, code: "internal", requestId: "", retryable: true, details: [] };
}
