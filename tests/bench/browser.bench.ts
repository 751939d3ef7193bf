import { chromium, type Browser, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser";
import { bigCall, callOfBytes } from "./big-call";
import { report, summarise } from "./measure";

const RUNS = 9;

async function openPage(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await page.goto(`${origin}/`);
  await page.getByRole("textbox", { name: "Call JSON" }).waitFor();
  return page;
}

/** Milliseconds from the paste event to the verdict's words, both read on the page's own clock. */
function pasteToVerdict(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (value) =>
      new Promise<number>((resolve) => {
        const status = document.querySelector('[role="status"][aria-label="Verdict"]');
        if (status === null) throw new Error("No verdict region");
        const started = performance.now();
        const observer = new MutationObserver(() => {
          if (!/call/.test(status.textContent)) return;
          observer.disconnect();
          resolve(performance.now() - started);
        });
        observer.observe(status, { childList: true, subtree: true, characterData: true });
        const data = new DataTransfer();
        data.setData("text/plain", value);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }),
    text,
  );
}

async function benchVerdict(browser: Browser, origin: string, label: string, bytes: number): Promise<void> {
  const samples: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await openPage(browser, origin);
    samples.push(await pasteToVerdict(page, callOfBytes(bytes, `bench-verdict-${label}-${run}`)));
    await page.close();
  }
  report(summarise(`paste-to-verdict/${label}`, "ms", samples));
}

/** Takes in a call of 10,000 turns and answers its address. */
async function takeInBigCall(browser: Browser, origin: string): Promise<string> {
  const page = await openPage(browser, origin);
  await pasteToVerdict(page, bigCall(10_000, "bench-editor"));
  await page.waitForURL(/\/calls\//);
  const address = page.url();
  await page.close();
  return address;
}

/** From the start of the navigation until the first turn can be read. */
async function benchOpen(browser: Browser, address: string): Promise<void> {
  const samples: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await page.goto(address, { waitUntil: "commit" });
    await page.getByRole("button", { name: "Edit turn" }).first().waitFor();
    samples.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  report(summarise("open-editor/10000-turns", "ms", samples, { note: "from navigation start; goal 1,000" }));
}

/** From a key in an open turn to the next frame. */
async function benchKeys(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await page.goto(address);
  await page.getByRole("button", { name: "Edit turn" }).first().click();
  await page.getByRole("textbox", { name: "Text" }).waitFor();
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    document.addEventListener(
      "keydown",
      () => {
        const started = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => samples.push(performance.now() - started);
          channel.port2.postMessage(0);
        });
      },
      true,
    );
  });
  for (const key of "The quick brown fox jumps over the lazy dog and rests for a while.") await page.keyboard.press(key === " " ? "Space" : key);
  const samples = await page.evaluate(() => (window as unknown as { keySamples: number[] }).keySamples);
  await page.close();
  report(summarise("key-to-frame/10000-turns", "ms", samples));
}

/** Everything that has to be measured in a browser, against a running production build. */
export async function benchBrowser(origin: string): Promise<void> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...BROWSER_ARGUMENTS], ...(executablePath === null ? {} : { executablePath }) });
  try {
    await benchVerdict(browser, origin, "100-KB", 100 * 1024);
    await benchVerdict(browser, origin, "5-MB", 5 * 1024 * 1024);
    const address = await takeInBigCall(browser, origin);
    await benchOpen(browser, address);
    await benchKeys(browser, address);
  } finally {
    await browser.close();
  }
}
