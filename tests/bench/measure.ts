import { cpus, loadavg, totalmem } from "node:os";

/** One measurement as it is printed: a JSON line. Times are milliseconds unless the name says otherwise. */
export interface Measurement {
  readonly bench: string;
  readonly unit: string;
  readonly runs: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly p95?: number;
  /** What the same machine needed for the plain thing in the same run, and how many times as much this took. */
  readonly baseline?: { readonly name: string; readonly median: number; readonly ratio: number };
  readonly note?: string;
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Sums up samples. */
export function summarise(bench: string, unit: string, samples: readonly number[], extra: Pick<Measurement, "baseline" | "note"> = {}): Measurement {
  return {
    bench,
    unit,
    runs: samples.length,
    median: round(percentile(samples, 0.5)),
    min: round(Math.min(...samples)),
    max: round(Math.max(...samples)),
    ...(samples.length >= 20 ? { p95: round(percentile(samples, 0.95)) } : {}),
    ...extra,
  };
}

/** Times two functions in turn, so that both meet the same machine. */
export function timePair(runs: number, measured: () => unknown, baseline: () => unknown): { readonly measured: readonly number[]; readonly baseline: readonly number[] } {
  const samples = { measured: [] as number[], baseline: [] as number[] };
  const timed = (run: () => unknown): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  for (let warm = 0; warm < 3; warm += 1) {
    measured();
    baseline();
  }
  for (let run = 0; run < runs; run += 1) {
    samples.baseline.push(timed(baseline));
    samples.measured.push(timed(measured));
  }
  return samples;
}

/** A measurement beside its baseline. */
export function compare(bench: string, samples: { readonly measured: readonly number[]; readonly baseline: readonly number[] }, baselineName: string): Measurement {
  const base = percentile(samples.baseline, 0.5);
  return summarise(bench, "ms", samples.measured, { baseline: { name: baselineName, median: round(base), ratio: round(percentile(samples.measured, 0.5) / base) } });
}

/** Prints one measurement with the machine that it was taken on. */
export function report(measurement: Measurement): void {
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version };
  process.stdout.write(`${JSON.stringify({ ...measurement, machine })}\n`);
}

/** How busy the machine was, for a note: on a shared one the same work takes longer. */
export function loadWords(): string {
  return `load average ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
