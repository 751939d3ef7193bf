import nextEnv from "@next/env";
import { env, EnvError, type Env } from "@/lib/server/env";

/** Reads `.env` files the way Next does, then the settings. Null: some are wrong, and standard error names them. */
export function loadSettings(root: string, development: boolean): Env | null {
  nextEnv.loadEnvConfig(root, development, { info: () => undefined, error: () => undefined });
  try {
    return env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`Intake cannot start with these settings.\n${error.message}\n`);
    return null;
  }
}

/** The target in words, as the top bar says it too. */
export function describeTarget(settings: Env): string {
  if (settings.target === "sandbox") return "Sandbox: nothing is sent to Zelto";
  const host = new URL(settings.liveBaseUrl).host;
  return settings.apiKey === null ? `Live: ${host}, no key set: nothing can be sent` : `Live: ${host}, key …${settings.apiKey.slice(-4)}`;
}
