import "server-only";
import { randomBytes } from "node:crypto";

/** An id for one request, short enough to be read out: it stands in the answer, in problems and in the log. */
export function newRequestId(): string {
  return `r-${randomBytes(8).toString("hex")}`;
}
