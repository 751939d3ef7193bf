import "server-only";
import { headers } from "next/headers";
import type * as z from "zod";
import type { AppError } from "@/lib/core/app-error";
import type { ActionResult } from "@/lib/contracts/api-problem";
import type { Result } from "@/lib/core/result";
import { gate } from "./access/gate";
import { serverContext } from "./context";
import type { RequestContext } from "./define-route";
import { invalidInput } from "./invalid-input";
import { logger } from "./logger";
import { thrownError, toProblem } from "./problem-answer";
import { newRequestId } from "./request-id";

export interface ActionDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  /** For the log. */
  readonly name: string;
  readonly input: Input;
  readonly output: Output;
  /** Answers without a session; sign-in alone. */
  readonly public?: boolean;
}

/**
 * A server action behind its gate: host, origin, session, schema, handler, schema of the answer. It never throws towards
 * the page: what goes wrong is a problem with a request id.
 */
export function defineAction<Input extends z.ZodType, Output extends z.ZodType>(
  definition: ActionDefinition<Input, Output>,
  handler: (input: z.output<Input>, context: RequestContext) => Promise<Result<z.input<Output>, AppError>>,
): (input: z.input<Input>) => Promise<ActionResult<z.output<Output>>> {
  return async (input) => {
    const requestId = newRequestId();
    const refuse = (error: AppError): ActionResult<z.output<Output>> => {
      logger().info("action refused", { requestId, route: definition.name, code: error.code });
      return { ok: false, problem: toProblem(error, requestId) };
    };
    try {
      const context = serverContext();
      const refusal = await gate(await headers(), { changesState: true, open: definition.public ?? false }, context);
      if (refusal) return refuse(refusal);
      // Anybody can call an action with anything: the type of `input` is a promise of our own pages only.
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) return refuse(invalidInput(parsed.error));
      const answer = await handler(parsed.data, { ...context, requestId });
      if (!answer.ok) return refuse(answer.error);
      logger().info("action", { requestId, route: definition.name });
      return { ok: true, value: definition.output.parse(answer.value) };
    } catch (error) {
      return { ok: false, problem: toProblem(thrownError(error, { route: definition.name, requestId }), requestId) };
    }
  };
}
