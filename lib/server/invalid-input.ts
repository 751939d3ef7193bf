import "server-only";
import type * as z from "zod";
import { appError, type AppError } from "@/lib/core/app-error";

const MAX_DETAILS = 50;

/** What a schema refused, as places and sentences; values stay out. `skip` leaves out that many segments of each path. */
export function invalidInput(error: z.ZodError, skip = 0): AppError {
  const details = error.issues.slice(0, MAX_DETAILS).map((issue) => ({ path: issue.path.slice(skip).join("."), message: issue.message }));
  return appError("invalid_input", "Something in this request is not as expected. Nothing was changed; reload the page and try again.", { details });
}
