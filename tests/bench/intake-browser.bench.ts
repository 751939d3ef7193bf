import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser";
import { choose, openIntake } from "./choose-files";
import { writeLargeFile, writeLines, writeSmallFiles } from "./intake-files";
import { watchMemory } from "./memory-watch";
import { loadWords, percentile, report, summarise } from "./measure";

const RUNS = 3;
const CALLS = 10_000;
const SMALL_FILES = 20_000;
const LARGE_BYTES = process.env["BENCH_LARGE"] === "1" ? 1e9 : 200e6;

/** Taking in by the page's worker: 10,000 calls in a file, 20,000 files, and a file far larger than the memory that may be taken. */
export async function benchIntakeBrowser(origin: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "intake-bench-"));
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...BROWSER_ARGUMENTS], ...(executablePath === null ? {} : { executablePath }) });
  try {
    await benchWorker(browser, origin, folder);
    await benchSmallFiles(browser, origin, folder);
    await benchLargeFile(browser, origin, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchWorker(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const shape of ["canonical", "retell-call"] as const) {
    const { file, lines, bytes } = writeLines(folder, shape, CALLS);
    const samples: number[] = [];
    const baseline: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const page = await openIntake(browser, origin);
      baseline.push(await parseInWorker(browser, lines));
      const { verdict } = await choose(page, [file], { expected: "10,000 calls", keeps: false });
      samples.push(verdict);
      await page.close();
    }
    const seconds = percentile(samples, 0.5) / 1_000;
    const base = percentile(baseline, 0.5);
    const note = `from the choice to the verdict; ${Math.round(CALLS / seconds)} records/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s; ${loadWords()}`;
    report(summarise(`intake-worker/${shape}`, "ms", samples, { baseline: { name: "JSON.parse of the same lines in a worker", median: base, ratio: percentile(samples, 0.5) / base }, note }));
  }
}

/** Milliseconds that a worker of the same browser needs for JSON.parse of the lines, second time over. */
async function parseInWorker(browser: Browser, lines: readonly string[]): Promise<number> {
  const page = await browser.newPage();
  const answer = await page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const code = `onmessage = ({ data }) => {
          const lines = data.split("\\n");
          let spent = 0;
          for (let run = 0; run < 2; run += 1) { const start = performance.now(); for (const line of lines) JSON.parse(line); spent = performance.now() - start; }
          postMessage(spent);
        }`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
        worker.postMessage(text);
      }),
    lines.join("\n"),
  );
  await page.close();
  return answer;
}

async function benchSmallFiles(browser: Browser, origin: string, folder: string): Promise<void> {
  const files = writeSmallFiles(folder, SMALL_FILES);
  const page = await openIntake(browser, origin);
  const { listed, verdict, longest } = await choose(page, files, { expected: "20,000 calls", keeps: false });
  await page.close();
  report(summarise("intake-20000-files/listed", "ms", [listed], { note: `from the choice until the page says how many there are; goal 3,000; ${loadWords()}` }));
  report(summarise("intake-20000-files/verdict", "ms", [verdict], { note: "from the choice until all are read and judged" }));
  report(summarise("intake-20000-files/longest-task", "ms", [longest], { note: "of the page's own thread; goal 100" }));
}

async function benchLargeFile(browser: Browser, origin: string, folder: string): Promise<void> {
  const { file, calls, bytes } = writeLargeFile(folder, LARGE_BYTES);
  const expected = `${calls.toLocaleString("en-US")} calls`;
  const size = `${Math.round(bytes / 1e6)} MB, ${calls} calls of ${Math.round(bytes / calls / 1e3)} KB`;
  for (const keeps of [false, true]) {
    const name = `intake-large/${keeps ? "take-in" : "inspect"}`;
    const page = await openIntake(browser, origin);
    const memory = await watchMemory(browser, page);
    const { verdict, stored } = await choose(page, [file], { expected, keeps });
    const peak = memory.stop();
    await page.close();
    const ms = keeps ? (stored ?? Number.NaN) : verdict;
    report(summarise(`${name}/time`, "ms", [ms], { note: `${size}; ${(bytes / 1e3 / ms).toFixed(1)} MB/s; ${loadWords()}` }));
    report(summarise(`${name}/tab`, "MB", [peak.tab], { note: `most memory of the tab's process that is its own; ${peak.tabBefore} before; goal 300` }));
    report(summarise(`${name}/server-growth`, "MB", [peak.server - peak.serverBefore], { note: `most resident memory of the server less that before (${peak.serverBefore}); goal 200` }));
  }
}
