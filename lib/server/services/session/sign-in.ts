import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { failure, success, type Result } from "@/lib/core/result";
import { guessToken } from "@/lib/server/access/guess-limiter";
import { endSession, startSession, type SessionCookie } from "@/lib/server/access/session";
import type { ServerContext } from "@/lib/server/context";

/**
 * Signs in with the shared access token. An earlier session of the same browser ends: the id changes at every sign-in.
 * @returns `unauthenticated` for a wrong token, `too_many_guesses`, `not_found` where no token is set.
 */
export async function signIn({ db, env, now }: Pick<ServerContext, "db" | "env" | "now">, given: { readonly token: string; readonly headers: Headers }): Promise<Result<SessionCookie, AppError>> {
  if (env.accessToken === null) return failure(appError("not_found", "This Intake asks nobody to sign in."));
  const outcome = await guessToken(db, given.token, { token: env.accessToken, now: now() });
  switch (outcome) {
    case "exhausted":
      return failure(appError("too_many_guesses", "Too many guesses. This one was not looked at; wait five minutes, then try again."));
    case "wrong":
      return failure(appError("unauthenticated", "That is not the access token. Check it and try again."));
    case "right":
      await endSession(db, given.headers);
      return success(await startSession(db, now(), given.headers.get("origin")?.startsWith("https:") ?? false));
  }
}

/** Ends the session everywhere; answers the cookies that clear it in the browser. */
export async function signOut({ db }: Pick<ServerContext, "db">, headers: Headers): Promise<readonly SessionCookie[]> {
  return endSession(db, headers);
}
