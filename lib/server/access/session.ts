import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@/lib/server/db/database";
import { deleteSession, findSession, insertSession, sweepSessions, touchSession } from "@/lib/server/repositories/sessions";

const HOUR_MS = 3_600_000;
/** ASVS 7.3: a session ends after a time without use and after a time in any case. Ours: 12 hours, 7 days. */
const IDLE_MS = 12 * HOUR_MS;
const HARD_MS = 7 * 24 * HOUR_MS;
/** Use is written down at most this often: a page polls each second, and each write is synced to disk. */
const TOUCH_EVERY_MS = 60_000;
/** 256 bits from the system's generator: not to be guessed, and no meaning to be read. */
const ID_BYTES = 32;

export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly httpOnly: true;
  readonly sameSite: "strict";
  readonly secure: boolean;
  readonly path: "/";
  readonly maxAge: number;
}

const PLAIN_NAME = "intake-session";
/** Browsers bind a name with this prefix to https, this host and the root path. */
const SECURE_NAME = `__Host-${PLAIN_NAME}`;

/** Starts a session and answers the cookie that carries it; only the hash of its value is kept here. */
export async function startSession(db: Database, now: number, secure: boolean): Promise<SessionCookie> {
  const value = randomBytes(ID_BYTES).toString("base64url");
  await sweepSessions(db, { createdBefore: now - HARD_MS, usedBefore: now - IDLE_MS });
  await insertSession(db, { idHash: hash(value), createdAt: now, usedAt: now });
  return sessionCookie(value, secure, HARD_MS / 1_000);
}

/** Whether the request carries a session that has not ended. */
export async function hasSession(db: Database, headers: Headers, now: number): Promise<boolean> {
  for (const value of sessionValues(headers)) {
    const session = await findSession(db, hash(value));
    if (!session || now - session.createdAt >= HARD_MS || now - session.usedAt >= IDLE_MS) continue;
    if (now - session.usedAt >= TOUCH_EVERY_MS) await touchSession(db, session.idHash, now);
    return true;
  }
  return false;
}

/** Ends the request's session everywhere, and answers the cookies that clear it in the browser. */
export async function endSession(db: Database, headers: Headers): Promise<readonly SessionCookie[]> {
  for (const value of sessionValues(headers)) await deleteSession(db, hash(value));
  return [sessionCookie("", false, 0), sessionCookie("", true, 0)];
}

function sessionCookie(value: string, secure: boolean, maxAge: number): SessionCookie {
  return { name: secure ? SECURE_NAME : PLAIN_NAME, value, httpOnly: true, sameSite: "strict", secure, path: "/", maxAge };
}

function sessionValues(headers: Headers): readonly string[] {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.flatMap(([name, value]) => ((name === PLAIN_NAME || name === SECURE_NAME) && value ? [value] : [])).slice(0, 4);
}

function hash(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}
