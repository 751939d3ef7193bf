import type { Browser, Page } from "@playwright/test";

/** Milliseconds on the page's own clock, from the choice of the files on. */
export interface Choice {
  /** Until the page says, anywhere in its main part, how many there are. */
  readonly listed: number;
  readonly verdict: number;
  /** Until all is stored; null where nothing is kept. */
  readonly stored: number | null;
  /** The longest task of the page's thread meanwhile; 0 where none was over 50 ms. */
  readonly longest: number;
}

interface Watch {
  listed: number | null;
  verdict: number | null;
  longest: number;
  from: number | null;
}

/** An Intake whose worker listens. */
export async function openIntake(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await page.goto(`${origin}/`);
  await page.getByRole("textbox", { name: "Call JSON" }).waitFor();
  await page.waitForResponse(/\/api\/status/);
  return page;
}

/** Chooses files and waits for the verdict that says `expected`; with `keeps` also until all of it is on the server. */
export async function choose(page: Page, files: readonly string[], { expected, keeps }: { readonly expected: string; readonly keeps: boolean }): Promise<Choice> {
  if (!keeps) await page.getByText("Just inspect, keep nothing").click();
  await watch(page, expected);
  page.setDefaultTimeout(0);
  await page.getByRole("main").locator('input[type="file"]').first().setInputFiles([...files]);
  await page.waitForFunction(() => (window as unknown as { benchWatch: Watch }).benchWatch.verdict !== null, undefined, { polling: 100, timeout: 0 });
  if (keeps) await page.waitForURL(/\/(?:batches|calls)\/[0-9a-f-]{36}/, { timeout: 0 });
  const now = await page.evaluate(() => performance.now());
  const { from, listed, verdict, longest } = await page.evaluate(() => (window as unknown as { benchWatch: Watch }).benchWatch);
  if (from === null || verdict === null) throw new Error("The page never heard of the choice");
  return { listed: (listed ?? verdict) - from, verdict: verdict - from, stored: keeps ? now - from : null, longest };
}

async function watch(page: Page, expected: string): Promise<void> {
  await page.evaluate((words) => {
    const seen: Watch = { listed: null, verdict: null, longest: 0, from: null };
    Object.assign(window, { benchWatch: seen });
    document.addEventListener("change", () => (seen.from ??= performance.now()), true);
    new PerformanceObserver((list) => {
      // What begins before the choice is heard of is the browser's own making of the files.
      for (const { startTime, duration } of list.getEntries()) if (seen.from !== null && startTime + duration > seen.from) seen.longest = Math.max(seen.longest, startTime + duration - Math.max(startTime, seen.from));
    }).observe({ type: "longtask" });
    const status = document.querySelector('[role="status"][aria-label="Verdict"]');
    const main = document.querySelector("main");
    if (status === null || main === null) throw new Error("No verdict region");
    new MutationObserver(() => {
      if (seen.from === null) return;
      if (main.textContent.includes(words.split(" ")[0] ?? words)) seen.listed ??= performance.now();
      if (status.textContent.includes(words) && /ready|attention/.test(status.textContent)) seen.verdict ??= performance.now();
    }).observe(main, { childList: true, subtree: true, characterData: true });
  }, expected);
}
