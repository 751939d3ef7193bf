import type { ChildProcess } from "node:child_process";
import { isOwned } from "@/lib/server/db/owner-lock";
import { ownOrigin, type Env } from "@/lib/server/env";
import { makeBuild } from "./make-build";
import { exitCodeOf, forwardSignals, spawnNext } from "./next-process";
import { nodeWarning } from "./node-floor";
import { describeTarget, loadSettings } from "./settings";
import { isPortFree, waitUntilReady } from "./wait-until-ready";

/** The launcher behind `npm start`: checks, builds where needed, starts, says where, and ends as the server does. */
async function start(root: string): Promise<number> {
  const settings = loadSettings(root, false);
  if (!settings) return 1;
  const obstacle = await findObstacle(settings);
  if (obstacle !== null) return refuse(obstacle);
  const warning = nodeWarning(process.version);
  if (warning !== null) process.stderr.write(`${warning}\n`);
  const built = await makeBuild(root);
  if (built !== 0) return built;
  const child = spawnNext(root, ["start", "-H", settings.host, "-p", String(settings.port)], { settings, stdio: ["ignore", "pipe", "inherit"] });
  forwardSignals(child);
  const banner = holdBackBanner(child);
  const ended = new AbortController();
  const exit = exitCodeOf(child).finally(() => ended.abort());
  const ready = await waitUntilReady(ownOrigin(settings), ended.signal).then(
    () => true,
    () => false,
  );
  banner.open();
  if (ready) process.stdout.write(`Intake is ready at ${ownOrigin(settings)} — ${describeTarget(settings)}\n`);
  return exit;
}

async function findObstacle({ dataDir, host, port }: Env): Promise<string | null> {
  try {
    if (isOwned(dataDir)) return "Another Intake already uses this data folder. Stop it first, or start this one with another DATA_DIR.";
  } catch {
    // Whatever the reason, the folder cannot hold the store; a test covers a folder that cannot be made.
    return "The data folder cannot be used. Set DATA_DIR to a folder on a disk that can be written.";
  }
  if (!(await isPortFree(host, port))) return `Port ${port} on ${host} is in use by another program or not allowed. Stop that program, or set PORT to another number.`;
  return null;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/** Next's own banner says another address and no target; log lines (JSON) pass, and after the start everything does. */
function holdBackBanner(child: ChildProcess): { open(): void } {
  let open = false;
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (open || line.startsWith("{")) process.stdout.write(`${line}\n`);
  });
  return {
    open: () => {
      open = true;
    },
  };
}

process.exitCode = await start(process.cwd());
