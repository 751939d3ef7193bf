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
    const samples = { wall: [] as number[], processor: [] as number[] };
    const baseline = { wall: [] as number[], processor: [] as number[] };
    for (let run = 0; run < RUNS; run += 1) {
      const plain = await parseInWorker(browser, lines);
      const page = await openIntake(browser, origin);
      const before = await tabProcessorMs(browser);
      const { verdict } = await choose(page, [file], { expected: "10,000 calls", keeps: false });
      samples.processor.push((await tabProcessorMs(browser)) - before);
      samples.wall.push(verdict);
      baseline.processor.push(plain.processor);
      baseline.wall.push(plain.wall);
      await page.close();
    }
    const seconds = percentile(samples.wall, 0.5) / 1_000;
    const note = `${(bytes / 1e6).toFixed(1)} MB from the choice to the verdict, in a page just opened; ${Math.round(CALLS / seconds)} records/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s; ${loadWords()}`;
    for (const clock of ["processor", "wall"] as const) {
      const base = percentile(baseline[clock], 0.5);
      report(summarise(`intake-worker/${shape}/${clock}`, "ms", samples[clock], { baseline: { name: "JSON.parse of the same lines in a worker", median: base, ratio: percentile(samples[clock], 0.5) / base }, note }));
    }
  }
}

/** Milliseconds of the processor that all tabs have used so far, in user mode and in the system. */
async function tabProcessorMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
}

/** What a worker of the same browser needs for JSON.parse of the lines, each of ten times. */
async function parseInWorker(browser: Browser, lines: readonly string[]): Promise<{ readonly wall: number; readonly processor: number }> {
  const page = await browser.newPage();
  await page.evaluate(() => {
    const code = `let lines = [];
      onmessage = ({ data }) => {
        if (typeof data === "string") lines = data.split("\\n");
        const start = performance.now();
        if (data === 10) for (let run = 0; run < data; run += 1) for (const line of lines) JSON.parse(line);
        postMessage(performance.now() - start);
      }`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    Object.assign(window, { benchWorker: worker });
  });
  const ask = (message: unknown): Promise<number> =>
    page.evaluate(
      (data) =>
        new Promise<number>((resolve) => {
          const { benchWorker } = window as unknown as { benchWorker: Worker };
          benchWorker.onmessage = (answer: MessageEvent<number>) => resolve(answer.data);
          benchWorker.postMessage(data);
        }),
      message,
    );
  await ask(lines.join("\n"));
  const before = await tabProcessorMs(browser);
  const wall = await ask(10);
  const processor = (await tabProcessorMs(browser)) - before;
  await page.close();
  return { wall: wall / 10, processor: processor / 10 };
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
