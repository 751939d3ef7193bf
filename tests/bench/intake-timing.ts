import { inspectIntake } from "@/lib/intake/inspect-intake";
import { callLine, type BenchShape } from "./intake-lines";

/** One reading of all lines: milliseconds on the wall, and of the processor in user mode (all threads). */
export interface Reading {
  readonly wall: number;
  readonly user: number;
}

/** What the timing process prints. */
export interface IntakeTiming {
  readonly records: number;
  readonly bytes: number;
  readonly intake: readonly Reading[];
  readonly parse: readonly Reading[];
}

/** Entry of a process of its own: `node bundle.js SHAPE CALLS TURNS RUNS`. Each run times the baseline and the intake in turn. */
async function main([shape, calls, turns, runs]: readonly string[]): Promise<void> {
  const count = Number(calls);
  const lines = Array.from({ length: count }, (_, index) => callLine(shape as BenchShape, index, Number(turns)));
  const file = new Blob([`${lines.join("\n")}\n`]);
  const timing = { intake: [] as Reading[], parse: [] as Reading[] };
  for (let run = -1; run < Number(runs); run += 1) {
    const parse = await timed(() => parseAll(lines));
    const intake = await timed(() => inspectAll(file, count));
    // The first run warms the engine up: an intake of many files, or the second of a day, meets it warm.
    if (run < 0) continue;
    timing.parse.push(parse);
    timing.intake.push(intake);
  }
  const answer: IntakeTiming = { records: count, bytes: file.size, ...timing };
  process.stdout.write(JSON.stringify(answer));
}

function parseAll(lines: readonly string[]): number {
  let objects = 0;
  for (const line of lines) if (typeof JSON.parse(line) === "object") objects += 1;
  return objects;
}

/** From the first byte of the file to the last verdict, with detection, receipts, problems, sums and the fingerprint. */
async function inspectAll(file: Blob, expected: number): Promise<void> {
  const { report } = await inspectIntake([{ name: "calls.jsonl", content: file, provider: null }], { answers: {}, now: () => performance.now() });
  if (report.recordCount !== expected || report.sources[0]?.sha256 === "") throw new Error(`The intake found ${report.recordCount} of ${expected} calls`);
}

async function timed(run: () => unknown): Promise<Reading> {
  const before = process.cpuUsage();
  const start = performance.now();
  await run();
  return { wall: performance.now() - start, user: process.cpuUsage(before).user / 1_000 };
}

await main(process.argv.slice(2));
