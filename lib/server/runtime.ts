import "server-only";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openSandbox } from "@/lib/sandbox/sandbox";
import { activeTarget, targetKey } from "./active-target";
import { setServerContext, type ServerContext } from "./context";
import { openStore } from "./db/open-store";
import { OwnedByAnother, takeOwnership } from "./db/owner-lock";
import { openSecret } from "./db/secret";
import { env, EnvError, type Env } from "./env";
import { errorName, logger } from "./logger";
import { saveTarget } from "./repositories/targets";
import { getSandbox, setSandbox } from "./sandbox-host";
import { startWorker } from "./worker/start";

/** A started server. */
export interface Runtime {
  readonly context: ServerContext;
  /** Lets what is in flight finish, then gives back the sandbox, the store and the folder. */
  stop(): Promise<void>;
}

/** A stop waits this long for what is in flight: one exchange with Zelto ends within it. */
const DRAIN_MS = 30_000;
/** Signals closer together than this are one. A later one means: stop now. */
const ECHO_MS = 1_000;

/**
 * Opens everything for given settings, in this order: folder, store, target, sandbox, worker. What fails leaves nothing
 * behind it open.
 * @throws OwnedByAnother, or what the store throws when it cannot be opened.
 */
export async function openRuntime(settings: Env): Promise<Runtime> {
  const now = Date.now;
  const lock = takeOwnership(settings.dataDir);
  try {
    const secret = openSecret(settings.dataDir);
    const store = await openStore(settings.dataDir, now);
    const target = activeTarget(settings, secret);
    await saveTarget(store.db, { id: target.id, kind: target.kind, origin: target.baseUrl, keyFingerprint: target.keyFingerprint, keyLast4: target.keyLast4, createdAt: now() });
    const context: ServerContext = { env: settings, store, db: store.db, secret, target, now, newId: randomUUID };
    setServerContext(context);
    setSandbox(settings.target === "sandbox" ? openSandbox({ folder: join(settings.dataDir, "sandbox"), apiKey: targetKey(settings, secret) ?? "" }) : null);
    const worker = await startWorker(context);
    return {
      context,
      stop: async () => {
        await Promise.race([worker.drain(), timeout(DRAIN_MS)]);
        getSandbox()?.close();
        setSandbox(null);
        setServerContext(null);
        store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Starts the server's inside once per process; called by instrumentation. A start that cannot be made ends the process. */
export async function startRuntime(): Promise<void> {
  try {
    const runtime = await openRuntime(env());
    stopOnSignals(runtime);
    logger().info("started", { targetId: runtime.context.target.id });
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`);
    process.exit(1);
  }
}

function startFailure(error: unknown): string {
  if (error instanceof EnvError) return `Intake cannot start with these settings.\n${error.message}`;
  if (error instanceof OwnedByAnother) return error.message;
  return `Intake cannot start: the data folder cannot be used (${errorName(error)}). Check that DATA_DIR exists on a disk that can be written.`;
}

function stopOnSignals(runtime: Runtime): void {
  let stoppingSince: number | null = null;
  const stop = (): void => {
    if (stoppingSince !== null) {
      // Ctrl-C reaches the launcher and this process, and the launcher passes it on: that is one wish, not two.
      if (performance.now() - stoppingSince > ECHO_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    runtime.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger().error("stop failed", { errorName: errorName(error) });
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function timeout(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
