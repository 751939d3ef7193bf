import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { createRequire } from "node:module";
import { childEnvironment, type Env } from "@/lib/server/env";

/** Starts one of Next's commands in a child process with Intake's settings. */
export function spawnNext(root: string, args: readonly string[], options: { readonly settings: Env | null; readonly stdio: StdioOptions }): ChildProcess {
  const binary = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const settings = options.settings;
  const env = childEnvironment({
    // The worker drains before the process ends; Next would end it at once (next start, environment variables).
    NEXT_MANUAL_SIG_HANDLE: "true",
    NEXT_TELEMETRY_DISABLED: "1",
    ...(settings ? { PORT: String(settings.port), HOST: settings.host, DATA_DIR: settings.dataDir } : {}),
  });
  return spawn(process.execPath, [binary, ...args], { cwd: root, env, stdio: options.stdio });
}

/** The exit code of a child; a signal counts as in a shell. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
    child.once("error", () => resolve(1));
  });
}

/** Passes the signals that end a process on to a child. */
export function forwardSignals(child: ChildProcess): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
}
