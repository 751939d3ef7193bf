import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser";
import { ROOT } from "../support/source-files";

const browser = findBrowser();

export default defineConfig({
  testDir: path.join(ROOT, "tests", "e2e"),
  outputDir: path.join(ROOT, "tests", ".output", "browser"),
  // Each worker runs a server and a browser of its own; two cores carry two.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ...(process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] === undefined ? [] : [["json"] as const])],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: { args: [...BROWSER_ARGUMENTS], ...(browser === null ? {} : { executablePath: browser }) },
  },
});
