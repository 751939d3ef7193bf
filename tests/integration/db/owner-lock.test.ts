import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isOwned, takeOwnership } from "@/lib/server/db/owner-lock";

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intake-lock-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) await end(child);
  rmSync(folder, { recursive: true, force: true });
});

/** A process of its own that tries to own the folder; answers what it said. */
async function hold(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "tests/support/hold-folder.ts", folder], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const [data] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: data.toString("utf8").trim() };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

test("lets one of two processes own the folder, and tells the other within two seconds", async () => {
  expect((await hold()).said).toBe("owned");
  const before = performance.now();
  expect((await hold()).said).toBe("refused: Another Intake already uses this data folder. Stop it first, or start this one with another DATA_DIR.");
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("gives the folder to exactly one of five that come at once", async () => {
  const said = (await Promise.all([hold(), hold(), hold(), hold(), hold()])).map((one) => one.said);
  expect(said.filter((answer) => answer === "owned")).toHaveLength(1);
  expect(said.filter((answer) => answer.startsWith("refused"))).toHaveLength(4);
});

test("is free again once its owner was killed, without anything to clean up", async () => {
  for (let life = 0; life < 3; life += 1) {
    const owner = await hold();
    expect(owner.said).toBe("owned");
    expect(isOwned(folder)).toBe(true);
    await end(owner.child);
    expect(isOwned(folder)).toBe(false);
  }
});

test("is free again after a release", () => {
  const lock = takeOwnership(folder);
  lock.release();
  expect(isOwned(folder)).toBe(false);
});

test("is refused at once where no folder can be made", () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  expect(() => isOwned(join(file, "below"))).toThrow();
  expect(() => isOwned("/proc/nope")).toThrow();
});

test("makes the folders above it", () => {
  expect(isOwned(join(folder, "one", "two"))).toBe(false);
  expect(statSync(join(folder, "one", "two")).mode & 0o777).toBe(0o700);
});
