import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port";
import { ROOT } from "./source-files";

/** A running Intake: the production build behind the real launcher, with a data folder of its own. */
export interface RunningIntake {
  readonly origin: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Everything that the launcher and the server printed so far. */
  output(): string;
  /** Ends the server with a signal and waits until it is gone; answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Removes the data folder; the server must have been stopped. */
  discard(): void;
}

export interface StartOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly dataFolder?: string;
  readonly port?: number;
}

/** Settings of this machine that must not leak into a test's server. */
const OWN_SETTINGS = ["ZELTO_TARGET", "ZELTO_API_KEY", "ZELTO_BASE_URL", "DATA_DIR", "DATABASE_URL", "PORT", "HOST", "ACCESS_TOKEN", "ZELTO_DASHBOARD_URL", "ALLOWED_HOSTS", "NODE_OPTIONS"];

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN_SETTINGS.includes(name))) as NodeJS.ProcessEnv;
}

/** Runs the launcher until it ends or says that it is ready. */
export async function startIntake(options: StartOptions = {}): Promise<RunningIntake> {
  const port = options.port ?? (await freePort());
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), "intake-data-"));
  const child: ChildProcess = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/start.ts"], {
    cwd: ROOT,
    env: { ...cleanEnvironment(), DATA_DIR: dataFolder, PORT: String(port), ...(options.settings ?? {}) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  let code: number | null = null;
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (exitCode) => {
      code = exitCode;
      resolve(exitCode);
    });
  });
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      text += chunk.toString("utf8");
      if (text.includes("Intake is ready at")) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    void ended.then((exitCode) => reject(new Error(`Intake ended with ${exitCode ?? "a signal"} before it was ready:\n${text}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    dataFolder,
    output: () => text,
    async stop(signal = "SIGTERM") {
      if (code === null && child.exitCode === null) child.kill(signal);
      return ended;
    },
    discard: () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}
