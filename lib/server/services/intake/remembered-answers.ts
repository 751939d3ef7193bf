import "server-only";
import type { AppError } from "@/lib/core/app-error";
import { REMEMBERED_PREFIXES, type RememberedAnswers } from "@/lib/contracts/intake";
import { success, type Result } from "@/lib/core/result";
import type { Answers } from "@/lib/core/shapes/answers";
import type { ServerContext } from "@/lib/server/context";
import { forgetAnswers, listRememberedAnswers, rememberAnswers } from "@/lib/server/repositories/remembered-answers";

/** Ours: an intake has at most so many answers, and all that are remembered go into each. Older ones stay in the store. */
const MAX_ANSWERS = 200;

/** Keeps those answers of an intake that hold for later ones too: what names columns, a shape of one's own, or which of two shapes. */
export async function rememberFrom({ db, now }: Pick<ServerContext, "db" | "now">, answers: Answers): Promise<void> {
  const at = now();
  const lasting = Object.entries(answers).filter(([key]) => REMEMBERED_PREFIXES.some((prefix) => key.startsWith(prefix)));
  await rememberAnswers(db, lasting.map(([key, value]) => ({ key, value, at })));
}

/** The answers that are remembered, the newest first. */
export async function readMemory({ db }: Pick<ServerContext, "db">): Promise<Result<RememberedAnswers, AppError>> {
  const answers = await listRememberedAnswers(db, MAX_ANSWERS);
  return success({ answers: answers.map(({ key, value, at }) => ({ key, value, at })) });
}

/** Keeps answers that a person brings from a file; others stay. Answers with what is remembered now. */
export async function importMemory(context: Pick<ServerContext, "db" | "now">, answers: Answers): Promise<Result<RememberedAnswers, AppError>> {
  await context.db.transaction().execute((trx) => rememberFrom({ ...context, db: trx }, answers));
  return readMemory(context);
}

/** Forgets one answer, or all where no key is given. */
export async function forgetMemory({ db }: Pick<ServerContext, "db">, key: string | null): Promise<Result<{ forgotten: number }, AppError>> {
  return success({ forgotten: await forgetAnswers(db, key) });
}
