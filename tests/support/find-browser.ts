import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser that is already here: named by INTAKE_BROWSER, Playwright's own, an installed Chromium or Chrome. */
export function findBrowser(): string | null {
  const named = process.env["INTAKE_BROWSER"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error("INTAKE_BROWSER names a file that does not exist");
    return named;
  }
  return [chromium.executablePath(), ...INSTALLED].find((file) => existsSync(file)) ?? null;
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

/** Finds a browser, else gets one: Playwright's download first, Debian's package only as root. Says what it does. */
export function obtainBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found !== null) return found;
  say("No browser found. Trying Playwright's own download (npx playwright install chromium).");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 180_000 });
  const downloaded = findBrowser();
  if (downloaded !== null) return downloaded;
  if (isDebianRoot()) {
    const release = /PRETTY_NAME="(.*)"/.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? "Debian";
    say(`The download is out of reach. Installing the system package chromium on ${release} (apt-get install chromium).`);
    spawnSync("apt-get", ["update"], { stdio: "ignore", timeout: 300_000 });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore", timeout: 600_000 });
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new Error(
    "No browser for the browser tests. Run `npx playwright install chromium`, or install Chromium or Chrome, or set INTAKE_BROWSER to a browser's path.",
  );
}

/** What Chromium needs where there is no sandbox to be had (root) and no network beyond this machine. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
