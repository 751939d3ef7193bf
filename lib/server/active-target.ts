import "server-only";
import type { Secret } from "@/lib/server/db/secret";
import { ownOrigin, type Env } from "@/lib/server/env";

/** The Zelto in use. It never holds the key: that is read by `targetKey`, for the transport alone. */
export interface ActiveTarget {
  /** Origin and key, hashed: another key or another address is another target. */
  readonly id: string;
  readonly kind: "sandbox" | "live";
  /** Without a slash at the end; paths such as `/v1/agents` are appended. */
  readonly baseUrl: string;
  /** Host and port for people. */
  readonly host: string;
  readonly keyFingerprint: string;
  readonly keyLast4: string | null;
  readonly hasKey: boolean;
}

/** The target that the settings name. */
export function activeTarget(env: Env, secret: Secret): ActiveTarget {
  const baseUrl = env.target === "live" ? env.liveBaseUrl : `${ownOrigin(env)}/api/sandbox`;
  const key = targetKey(env, secret);
  const keyFingerprint = secret.hmac("key", key ?? "").slice(0, 32);
  // The sandbox is one and the same on whatever port it is served.
  const place = env.target === "live" ? baseUrl : "sandbox";
  return {
    id: secret.hmac("target", `${place}\n${keyFingerprint}`).slice(0, 32),
    kind: env.target,
    baseUrl,
    host: new URL(baseUrl).host,
    keyFingerprint,
    keyLast4: key === null || key.length < 8 ? null : key.slice(-4),
    hasKey: key !== null,
  };
}

/** The key for the active target, or null when live without one. Only the transport and the sandbox may hold it. */
export function targetKey(env: Env, secret: Secret): string | null {
  if (env.apiKey !== null) return env.apiKey;
  return env.target === "sandbox" ? `sandbox_${secret.hmac("sandbox-key", "").slice(0, 40)}` : null;
}
