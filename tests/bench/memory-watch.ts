import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";

/** Ours: often enough to see a peak of a chunk. */
const EVERY_MS = 200;

/** Megabytes. */
export interface MemoryPeak {
  readonly tabBefore: number;
  readonly tab: number;
  readonly serverBefore: number;
  readonly server: number;
}

/**
 * Watches the memory of a tab's process and of the Intake server that this process has started, as Linux counts it: of the tab what
 * is its own (RssAnon: page, workers and buffers, without the browser's program), of the server all that is resident.
 */
export async function watchMemory(browser: Browser, page: Page): Promise<{ stop(): MemoryPeak }> {
  const tabs = await renderers(browser, page);
  const servers = ownServers();
  const tabNow = (): number => Math.max(...tabs.map((pid) => statusMegabytes(pid, "RssAnon")));
  const serverNow = (): number => servers.reduce((sum, pid) => sum + statusMegabytes(pid, "VmRSS"), 0);
  const peak = { tabBefore: tabNow(), tab: tabNow(), serverBefore: serverNow(), server: serverNow() };
  const timer = setInterval(() => {
    peak.tab = Math.max(peak.tab, tabNow());
    peak.server = Math.max(peak.server, serverNow());
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

/** Processes that draw pages; one of them is the page's, and the others are at rest. */
async function renderers(browser: Browser, page: Page): Promise<readonly number[]> {
  await page.bringToFront();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/** Descendants of this process that serve Intake. */
function ownServers(): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid));
  }
  const isOwn = (pid: number): boolean => pid === process.pid || (parents.has(pid) && pid > 1 && isOwn(parents.get(pid) ?? 0));
  return [...parents.keys()].filter((pid) => pid !== process.pid && isOwn(pid) && /next-server|lib\/cli\/start/.test(read(`/proc/${pid}/cmdline`)));
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function statusMegabytes(pid: number, field: "RssAnon" | "VmRSS"): number {
  const kilobytes = Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  return Math.round(kilobytes / 1024);
}

/** "" where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
