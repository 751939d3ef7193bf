import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { formatPath } from "@/lib/core/text/json-path";
import { reportProblems } from "@/lib/core/problems/report-problems";
import type { KnownAgent } from "@/lib/core/problems/problem-context";
import type { Problem } from "@/lib/core/problems/problem";
import { failure, success, type Result } from "@/lib/core/result";
import { expectsNothing } from "@/lib/core/uploads/forecast";
import type { StoredDraft } from "@/lib/server/repositories/drafts";
import { readBody, type BodyReading } from "./read-body";

/** A draft that may be sent, and what Zelto is expected to do with it. */
export interface JudgedDraft {
  readonly body: BodyReading;
  readonly expectsNothing: boolean;
}

/** Ours: more places are not read in one message; the editor shows all. */
const MAX_DETAILS = 50;

/**
 * Judges a draft by the same rules as the page, on the bytes that would be sent.
 * @returns `blocked_by_problems` where Zelto would refuse it, `needs_confirmation` where it would keep nothing and nobody said
 * "Send anyway".
 */
export function judgeDraft(draft: StoredDraft, agents: readonly KnownAgent[] | null, sendAnyway: boolean): Result<JudgedDraft, AppError> {
  const body = readBody(draft.bytes, draft.provider);
  if (body === null) return failure(appError("blocked_by_problems", "The call is not valid JSON. Nothing was sent; correct it first."));
  const problems = reportProblems(body, {
    shape: body.detection.shape,
    detection: body.detection,
    provider: draft.provider,
    knownAgents: agents,
    alreadyUploaded: null,
  });
  const blocking = problems.filter(({ level }) => level === "blocks");
  if (blocking.length > 0) return failure(blocked(blocking));
  const nothing = expectsNothing(problems);
  if (nothing && !sendAnyway) {
    const title = problems.find((problem) => problem.losesAll)?.title ?? "nothing to keep";
    return failure(appError("needs_confirmation", `Zelto would accept this call and keep nothing of it (${title}). Nothing was sent; correct it, or choose Send anyway.`));
  }
  return success({ body, expectsNothing: nothing });
}

function blocked(problems: readonly Problem[]): AppError {
  const details = problems.slice(0, MAX_DETAILS).map(({ path, title }) => ({ path: formatPath(path), message: title }));
  const message = problems.length === 1 ? "Zelto would refuse this call. Nothing was sent; correct the problem first." : `Zelto would refuse this call for ${problems.length} problems. Nothing was sent; correct them first.`;
  return appError("blocked_by_problems", message, { details });
}
