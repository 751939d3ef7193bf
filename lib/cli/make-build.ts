import { isBuildFresh, sourceHash, stampBuild } from "./fresh-build";
import { exitCodeOf, forwardSignals, spawnNext } from "./next-process";

/** Builds unless the build in place is fresh. What Next says is shown only when it fails. Answers the exit code. */
export async function makeBuild(root: string): Promise<number> {
  const hash = sourceHash(root);
  if (isBuildFresh(root, hash)) return 0;
  process.stderr.write("Building Intake, which takes about a minute …\n");
  const child = spawnNext(root, ["build"], { settings: null, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout?.on("data", (data: Buffer) => said.push(data));
  child.stderr?.on("data", (data: Buffer) => said.push(data));
  forwardSignals(child);
  const code = await exitCodeOf(child);
  if (code === 0) stampBuild(root, hash);
  else process.stderr.write(`${Buffer.concat(said).toString("utf8")}\nThe build failed; Intake was not started.\n`);
  return code;
}
