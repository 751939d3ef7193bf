import "server-only";
import type { AppErrorCode } from "@/lib/core/app-error";

/** The HTTP status and the title of every code: the only such table. */
export const ERROR_STATUS: Readonly<Record<AppErrorCode, { readonly status: number; readonly title: string }>> = {
  invalid_input: { status: 400, title: "Not understood" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Changed in between" },
  too_large: { status: 413, title: "Too large" },
  unauthenticated: { status: 401, title: "Sign in first" },
  forbidden_host: { status: 421, title: "Wrong address" },
  forbidden_origin: { status: 403, title: "Refused" },
  too_many_guesses: { status: 429, title: "Too many guesses" },
  method_not_allowed: { status: 405, title: "Not possible here" },
  hash_mismatch: { status: 422, title: "Damaged on the way" },
  store_unavailable: { status: 503, title: "Not saved" },
  store_full: { status: 507, title: "Not saved" },
  blocked_by_problems: { status: 422, title: "Will be refused" },
  needs_confirmation: { status: 409, title: "Needs a yes" },
  already_running: { status: 409, title: "Already on its way" },
  zelto_unreachable: { status: 502, title: "Zelto not reached" },
  zelto_unauthorized: { status: 502, title: "Key refused" },
  zelto_refused: { status: 502, title: "Refused by Zelto" },
  zelto_unavailable: { status: 502, title: "Zelto unavailable" },
  zelto_unexpected_answer: { status: 502, title: "Unexpected answer" },
  zelto_timeout: { status: 504, title: "No answer from Zelto" },
  capability_missing: { status: 501, title: "Not offered by this Zelto" },
  wrong_agent: { status: 422, title: "Another agent's bucket" },
  sandbox_off: { status: 404, title: "No sandbox" },
  internal: { status: 500, title: "Something went wrong" },
};
