import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser";
import { startIntake } from "../support/start-intake";
import { openTestServer } from "../support/test-server";
import { modelTexts, seedBatch } from "./grid-seed";
import { loadWords, report, summarise } from "./measure";

const SCROLL_MS = 10_000;

/** Scrolling through a grid of that many calls, by the wheel and by jumps: no task of the page's thread over 50 ms. */
export async function benchGridScroll(calls: number): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "intake-grid-"));
  await seedFolder(dataFolder, calls);
  const intake = await startIntake({ settings: { ZELTO_TARGET: "sandbox" }, dataFolder });
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...BROWSER_ARGUMENTS], ...(executablePath === null ? {} : { executablePath }) });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${intake.origin}/calls`);
    await page.getByRole("grid", { name: "Calls" }).getByRole("link").first().waitFor({ timeout: 60_000 });
    const wheel = await longTasks(page, () => scrollByWheel(page));
    const jumps = await longTasks(page, () => jump(page));
    const note = (tasks: readonly number[]): string => `${tasks.length} tasks over 50 ms in ${SCROLL_MS / 1_000} s over ${calls} calls; goal 50; ${loadWords()}`;
    report(summarise("grid-scroll/wheel/longest-task", "ms", [Math.max(0, ...wheel)], { note: note(wheel) }));
    report(summarise("grid-scroll/jumps/longest-task", "ms", [Math.max(0, ...jumps)], { note: note(jumps) }));
  } finally {
    await browser.close();
    await intake.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function seedFolder(dataFolder: string, calls: number): Promise<void> {
  const server = await openTestServer({ ZELTO_TARGET: "sandbox" });
  try {
    await seedBatch(server, calls, modelTexts(Math.min(200, calls)));
    server.opened.store.close();
    cpSync(server.opened.folder, dataFolder, { recursive: true });
  } finally {
    rmSync(server.opened.folder, { recursive: true, force: true });
  }
}

async function scrollByWheel(page: Page): Promise<void> {
  await page.mouse.move(720, 600);
  for (const end = Date.now() + SCROLL_MS; Date.now() < end; ) await page.mouse.wheel(0, 400);
}

/** To places all over the list, each reached from the one before at once, as the scroll bar does it. */
async function jump(page: Page): Promise<void> {
  let place = 0;
  for (const end = Date.now() + SCROLL_MS; Date.now() < end; ) {
    place = (place + 0.381966) % 1;
    await page.evaluate(
      (share) =>
        new Promise<void>((resolve) => {
          const grid = document.querySelector('[role="grid"]');
          const scrollers = [...document.querySelectorAll("*")].filter((element) => element.scrollHeight > element.clientHeight * 10 && (grid?.contains(element) === true || element.contains(grid)));
          for (const element of scrollers) element.scrollTop = share * element.scrollHeight;
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
      place,
    );
  }
}

/** Durations of the tasks over 50 ms while something runs, in milliseconds. */
async function longTasks(page: Page, run: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: "longtask" });
    Object.assign(window, { benchTasks: tasks, benchObserver: observer });
  });
  await run();
  return page.evaluate(() => {
    const { benchTasks, benchObserver } = window as unknown as { benchTasks: number[]; benchObserver: PerformanceObserver };
    benchObserver.disconnect();
    return benchTasks;
  });
}
