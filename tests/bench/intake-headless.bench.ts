import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../support/source-files";
import type { BenchShape } from "./intake-lines";
import type { IntakeTiming, Reading } from "./intake-timing";
import { loadWords, percentile, report, summarise } from "./measure";

const CALLS = 10_000;
const TURNS = 20;
const RUNS = 5;
const SHAPES: readonly BenchShape[] = ["canonical", "retell-call", "openai-messages"];

/** Taking in without a browser, from the first byte to the last verdict, beside bare JSON.parse of the same lines. Goal for canonical: at most 4 times. */
export function benchIntakeHeadless(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "intake-bench-"));
  try {
    const bundle = path.join(folder, "timing.mjs");
    // Bundled as a build would: the loader of TypeScript wraps each function to keep its name, which slows the hot ones down.
    run(path.join(ROOT, "node_modules/.bin/esbuild"), [path.join(ROOT, "tests/bench/intake-timing.ts"), "--bundle", "--platform=node", "--format=esm", "--log-level=error", `--outfile=${bundle}`]);
    for (const shape of SHAPES) {
      const printed = run(process.execPath, [bundle, shape, String(CALLS), String(TURNS), String(RUNS)]);
      reportTiming(shape, JSON.parse(printed) as IntakeTiming);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${path.basename(command)} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

function reportTiming(shape: BenchShape, { records, bytes, intake, parse }: IntakeTiming): void {
  const name = `intake-headless/${shape}`;
  const size = `${records} calls of ${TURNS} turns, ${(bytes / 1e6).toFixed(1)} MB`;
  for (const clock of ["user", "wall"] as const) {
    const of = (readings: readonly Reading[]): number[] => readings.map((reading) => reading[clock]);
    const seconds = percentile(of(intake), 0.5) / 1_000;
    const baseline = { name: "JSON.parse of the same lines", median: percentile(of(parse), 0.5), ratio: percentile(of(intake), 0.5) / percentile(of(parse), 0.5) };
    const note = `${size}; ${Math.round(records / seconds)} records/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s; ${loadWords()}`;
    report(summarise(`${name}/${clock === "user" ? "processor" : "wall"}`, "ms", of(intake), { baseline, note }));
  }
}
