import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser";
import { report, summarise } from "./measure";

/** Scripts that a page has fetched, by address; what its worker fetches is the worker's own. */
function collectScripts(page: Page): Set<string> {
  const seen = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script" && request.url().includes("/_next/") && request.frame() === page.mainFrame()) seen.add(request.url());
  });
  return seen;
}

/** Kilobytes of scripts, each gzipped by itself as a server would. */
async function kilobytesOf(sources: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all([...sources].map(async (source) => gzipSync(Buffer.from(await (await fetch(source)).arrayBuffer()), { level: 9 }).byteLength));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** Scripts that the page itself names, those for browsers without modules apart. */
async function scriptsNamed(origin: string): Promise<Set<string>> {
  const html = await (await fetch(`${origin}/`)).text();
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\snomodule/i.test(tag));
  return new Set(scripts.map((match) => new URL(match[1] ?? "", origin).href).filter((source) => source.includes("/_next/")));
}

/**
 * JavaScript of the first page, gzipped; the budget of 180 KB is for what is asked for until the page listens: what the HTML names,
 * and what the browser has asked for besides when the field is there. What follows while nobody touches the page is told apart.
 */
export async function benchFirstPage(origin: string): Promise<void> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...BROWSER_ARGUMENTS], ...(executablePath === null ? {} : { executablePath }) });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const asked = collectScripts(page);
    const named = await scriptsNamed(origin);
    // The field is drawn by the page's own code: once it is there, the page listens. Read on the page's clock, not on ours.
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector("textarea") === null) return;
        observer.disconnect();
        const scripts = performance.getEntriesByType("resource").filter((entry) => entry.name.includes("/_next/") && /\.js(\?|$)/.test(entry.name));
        Object.assign(window, { scriptsUntilListening: scripts.map((entry) => entry.name) });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${origin}/`);
    await page.getByRole("textbox", { name: "Call JSON" }).waitFor();
    const until = await page.evaluate(() => (window as unknown as { scriptsUntilListening: string[] }).scriptsUntilListening);
    const first = new Set([...named, ...until]);
    if (named.size === 0 || asked.size === 0) throw new Error("The first page names no script: the measurement would be empty");
    report(summarise("first-page-javascript", "KB gzipped", [await kilobytesOf(first)], { note: `${first.size} files until the page listens; budget 180` }));
    // The status is asked for once a second; with its first answer the last of the untouched page's code is here.
    await page.waitForResponse(/\/api\/status/);
    await page.waitForResponse(/\/api\/status/);
    const later = new Set([...asked].filter((source) => !first.has(source)));
    report(summarise("first-page-javascript/after-idle", "KB gzipped", [await kilobytesOf(later)], { note: `${later.size} more files that an untouched page fetches once it has come to rest` }));
  } finally {
    await browser.close();
  }
}
