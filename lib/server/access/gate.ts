import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import type { Database } from "@/lib/server/db/database";
import type { Env } from "@/lib/server/env";
import { isOwnHost } from "./check-host";
import { checkOrigin } from "./check-origin";
import { hasSession } from "./session";

export interface GateNeeds {
  /** True for whatever changes something: then the page's own Origin is needed. */
  readonly changesState: boolean;
  /** True for the few doors that stand open without a session: health, sign-in. */
  readonly open: boolean;
}

export interface GateKeeper {
  readonly env: Env;
  readonly db: Database;
  readonly now: () => number;
}

/**
 * The gate before every route, action and page: host, origin, session. Null lets the request in.
 * @returns `forbidden_host`, `forbidden_origin` or `unauthenticated`. What is thrown refuses as well: callers let nothing in then.
 */
export async function gate(headers: Headers, needs: GateNeeds, keeper: GateKeeper): Promise<AppError | null> {
  if (!isOwnHost(headers, keeper.env)) {
    return appError("forbidden_host", "This address is not one of Intake's. Nothing was read or changed; open Intake under the address that it printed at its start.");
  }
  if (needs.changesState && !checkOrigin(headers)) {
    return appError("forbidden_origin", "This did not come from one of Intake's own pages. Nothing was changed.");
  }
  if (needs.open || keeper.env.accessToken === null) return null;
  if (await hasSession(keeper.db, headers, keeper.now())) return null;
  return appError("unauthenticated", "Your session has ended or never began. Nothing was changed; sign in and try again.");
}
