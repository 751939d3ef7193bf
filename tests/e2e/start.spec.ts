import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../support/source-files";
import { startIntake } from "../support/start-intake";
import { canonicalCall, expect, fate, paste, ready, test } from "./fixtures";

/** Runs the launcher until it ends; for starts that must be refused. */
function refusedStart(settings: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly output: string; readonly tookMs: number }> {
  const started = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "intake-refused-"));
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/start.ts"], { cwd: ROOT, env: { ...process.env, DATA_DIR: folder, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  return new Promise((resolve) => {
    child.once("exit", (code) => {
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, output, tookMs: performance.now() - started });
    });
  });
}

test("the start says address and target in one line, and a second start on the same folder is refused", async ({ intake }) => {
  expect(intake.output().split("\n").filter((line) => line.includes("Intake is ready"))).toEqual([`Intake is ready at ${intake.origin} — Sandbox: nothing is sent to Zelto`]);
  const second = await refusedStart({ DATA_DIR: intake.dataFolder, PORT: String(intake.port + 1) });
  console.log(`second start: refused after ${Math.round(second.tookMs)} ms`);
  expect([second.code, /already uses this data folder/.test(second.output)]).toEqual([1, true]);
});

test("a wrong setting stops the start with its name and never its value", async () => {
  const secret = "hunter2-hunter2-hunter2";
  for (const [name, settings] of [
    ["HOST", { HOST: "0.0.0.0" }],
    ["ZELTO_BASE_URL", { ZELTO_BASE_URL: `http://${secret}.example` }],
    ["ZELTO_TARGET", { ZELTO_TARGET: secret }],
    ["DATABASE_URL", { DATABASE_URL: `postgres://${secret}@127.0.0.1/x` }],
    ["ACCESS_TOKEN", { ACCESS_TOKEN: "short" }],
  ] as const) {
    const { code, output } = await refusedStart(settings);
    expect([name, code, output.includes(name), output.includes(secret)]).toEqual([name, 1, true, false]);
  }
});

test("a wider host needs the token: nothing is shown before signing in, and guesses run out", async ({ page }) => {
  const token = "a-long-shared-secret-for-tests";
  const intake = await startIntake({ settings: { ZELTO_TARGET: "sandbox", HOST: "127.0.0.1", ACCESS_TOKEN: token } });
  try {
    for (const read of ["/api/status", "/api/calls", "/api/buckets"]) expect((await fetch(intake.origin + read)).status).toBe(401);
    await page.goto(`${intake.origin}/calls`);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await page.getByRole("textbox", { name: "Access token" }).fill("not-the-token-at-all");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText(/not right|wrong|not the/i).first()).toBeVisible();
    await page.getByRole("textbox", { name: "Access token" }).fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/calls$/);
    const [session] = (await page.context().cookies()).filter(({ name }) => name.includes("session"));
    expect([session?.httpOnly, session?.sameSite === "Strict" || session?.sameSite === "Lax", session?.value.includes(token)]).toEqual([true, true, false]);
  } finally {
    await intake.stop();
    intake.discard();
  }
});

test("live without an answer: the upload waits, nothing is failed, and the sandbox is off", async ({ page }) => {
  // Port 9 on this machine: nobody listens, so the connection is refused as it is without a network.
  const intake = await startIntake({ settings: { ZELTO_TARGET: "live", ZELTO_API_KEY: "zk_test_000000000000", ZELTO_BASE_URL: "http://127.0.0.1:9" } });
  try {
    for (const place of ["/api/sandbox/v1/agents", "/sandbox"]) expect([place, (await fetch(intake.origin + place)).status]).toEqual([place, 404]);
    await page.goto(`${intake.origin}/`);
    await expect(page.getByRole("status", { name: "Target" })).toContainText("Live");
    await ready(page);
    await paste(page, canonicalCall("e2e-no-network"));
    await expect(page).toHaveURL(/\/calls\//);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect(fate(page, "Queued")).toBeVisible();
    await expect(page.getByText(/Cannot reach Zelto/).first()).toBeVisible();
  } finally {
    await intake.stop();
    intake.discard();
  }
});

test("a restart keeps calls, conversations and what was landed", async ({ page }) => {
  const first = await startIntake({ settings: { ZELTO_TARGET: "sandbox" } });
  await page.goto(`${first.origin}/`);
  await ready(page);
  await paste(page, canonicalCall("e2e-restart"));
  await expect(page).toHaveURL(/\/calls\//);
  const call = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  expect(await first.stop()).toBe(0);
  const second = await startIntake({ settings: { ZELTO_TARGET: "sandbox" }, dataFolder: first.dataFolder });
  try {
    await page.goto(second.origin + call);
    await expect(fate(page, "Matched")).toBeVisible();
  } finally {
    await second.stop();
    second.discard();
  }
});
