import { isOwned } from "@/lib/server/db/owner-lock";
import { exitCodeOf, forwardSignals, spawnNext } from "./next-process";
import { loadSettings } from "./settings";

async function dev(root: string): Promise<number> {
  const settings = loadSettings(root, true);
  if (!settings) return 1;
  if (isOwned(settings.dataDir)) {
    process.stderr.write("Another Intake already uses this data folder. Stop it first, or start this one with another DATA_DIR.\n");
    return 1;
  }
  const child = spawnNext(root, ["dev", "-H", settings.host, "-p", String(settings.port)], { settings, stdio: "inherit" });
  forwardSignals(child);
  return exitCodeOf(child);
}

process.exitCode = await dev(process.cwd());
