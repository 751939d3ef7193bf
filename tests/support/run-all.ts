/**
 * Everything that `npm test` means, in one run with one sum: lint, types, architecture, unit, integration, contract, build,
 * browser. The last line is "N passed, N failed, N skipped". In CI a skipped test fails the run.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { obtainBrowser } from "./find-browser";
import { ROOT } from "./source-files";

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const OUTPUT = path.join(ROOT, "tests", ".output");
const bin = (name: string): string => path.join(ROOT, "node_modules", ".bin", name);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function run(title: string, command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): boolean {
  say(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...environment } });
  say(`== ${title}: ${status === 0 ? "ok" : `failed (${status ?? "ended by a signal"})`} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A check that passes or fails as a whole. */
function check(tally: Tally, title: string, command: string, args: readonly string[]): boolean {
  const ok = run(title, command, args);
  tally[ok ? "passed" : "failed"] += 1;
  return ok;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // No report was written: the runner died before its first test, and the caller counts that as one failure.
    return null;
  }
}

function countVitest(tally: Tally, ok: boolean, file: string): void {
  const report = readJson(file) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number } | null;
  if (report === null) {
    tally.failed += 1;
    return;
  }
  tally.passed += report.numPassedTests;
  tally.failed += report.numFailedTests;
  tally.skipped += report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded has no failed test in it; it fails the run all the same.
  if (!ok && report.numFailedTests === 0) tally.failed += 1;
}

function countPlaywright(tally: Tally, ok: boolean, file: string): void {
  const report = readJson(file) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | null;
  if (report === null) {
    tally.failed += 1;
    return;
  }
  tally.passed += report.stats.expected;
  tally.failed += report.stats.unexpected + report.stats.flaky;
  tally.skipped += report.stats.skipped;
  if (!ok && report.stats.unexpected + report.stats.flaky === 0) tally.failed += 1;
}

function main(): void {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  check(tally, "lint", bin("eslint"), [".", "--max-warnings", "0"]);
  check(tally, "route types", bin("next"), ["typegen"]);
  check(tally, "types", bin("tsc"), ["--noEmit"]);
  check(tally, "unused files, exports and packages", bin("knip"), ["--config", "tests/config/knip.json"]);

  const vitestReport = path.join(OUTPUT, "vitest.json");
  const projects = ["unit", "architecture", "integration", "contract"].flatMap((name) => ["--project", name]);
  const vitestOk = run("unit, architecture, integration, contract", bin("vitest"), [
    "run",
    "--config",
    "tests/config/vitest.config.ts",
    ...projects,
    "--coverage",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${vitestReport}`,
  ]);
  countVitest(tally, vitestOk, vitestReport);

  if (check(tally, "production build", process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/build.ts"])) {
    const browserReport = path.join(OUTPUT, "playwright.json");
    let browser: string | null = null;
    try {
      browser = obtainBrowser(say);
    } catch (error) {
      say(error instanceof Error ? error.message : "No browser");
      tally.failed += 1;
    }
    if (browser !== null) {
      const ok = run("browser journeys on the production build", bin("playwright"), ["test", "--config", "tests/config/playwright.config.ts"], {
        INTAKE_BROWSER: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
      });
      countPlaywright(tally, ok, browserReport);
    }
  }
  const skipsFail = process.env["CI"] === "true" && tally.skipped > 0;
  if (skipsFail) say(`In CI a skipped test fails: ${tally.skipped} skipped.`);
  process.exitCode = tally.failed > 0 || skipsFail ? 1 : 0;
  say(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
}

main();
