import "server-only";
import type { AppError } from "@/lib/core/app-error";

/** Thrown while a chunk is taken in, so that nothing of it stays. */
export class Refused extends Error {
  readonly reason: AppError;

  constructor(reason: AppError) {
    super(reason.code);
    this.reason = reason;
  }
}
