import "server-only";
import type { ActiveTarget } from "./active-target";
import type { Database } from "./db/database";
import type { Store } from "./db/open-store";
import type { Secret } from "./db/secret";
import type { Env } from "./env";

/** What a started server has; routes, actions and the worker get it instead of reaching for globals. */
export interface ServerContext {
  readonly env: Env;
  readonly store: Store;
  /** `store.db`. */
  readonly db: Database;
  readonly secret: Secret;
  readonly target: ActiveTarget;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

const KEY = Symbol.for("intake.context");
// Only this file uses the symbol, so the property is what it says.
const holder = globalThis as typeof globalThis & { [KEY]?: ServerContext };

/** Publishes the context once the server has started; null when it has stopped. */
export function setServerContext(context: ServerContext | null): void {
  if (context) holder[KEY] = context;
  else Reflect.deleteProperty(holder, KEY);
}

/** The context of the running server. Throws before the start: nothing may be answered without a store. */
export function serverContext(): ServerContext {
  const context = holder[KEY];
  if (!context) throw new Error("The server has not started");
  return context;
}
