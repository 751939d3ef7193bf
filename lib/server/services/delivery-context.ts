import "server-only";
import type { ActiveTarget } from "@/lib/server/active-target";
import type { ServerContext } from "@/lib/server/context";
import type { Database } from "@/lib/server/db/database";
import { activeZelto } from "@/lib/server/zelto/active-zelto";
import type { ZeltoClient } from "@/lib/server/zelto/client";

/** What the use cases of delivery work with. */
export interface DeliveryContext {
  readonly db: Database;
  readonly target: ActiveTarget;
  readonly zelto: ZeltoClient;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Tells the worker that there may be something to do. Never waits, never fails. */
  readonly wake: () => void;
  /** Link template of the dashboard; null for the sandbox, whose conversations no dashboard shows. */
  readonly dashboardUrl: string | null;
}

const WAKE = Symbol.for("intake.wake-worker");
// Only this file uses the symbol, so the property is what it says. It hangs on the process because Next bundles its parts apart.
const holder = globalThis as typeof globalThis & { [WAKE]?: () => void };

/** Publishes how the running worker is woken; null when it has stopped. */
export function setWakeWorker(wake: (() => void) | null): void {
  if (wake) holder[WAKE] = wake;
  else Reflect.deleteProperty(holder, WAKE);
}

/** The delivery context of a started server. */
export function deliveryContext(server: ServerContext): DeliveryContext {
  const { db, target, now, newId } = server;
  const dashboardUrl = target.kind === "live" ? server.env.dashboardUrl : null;
  return { db, target, now, newId, dashboardUrl, zelto: activeZelto(server), wake: () => holder[WAKE]?.() };
}
