/** `npm run bench`: JSON lines with machine, runs, median and spread. Builds first when the build is old. */
import { startIntake } from "../support/start-intake";
import { benchBrowser } from "./browser.bench";
import { benchCore } from "./core.bench";
import { benchFirstPage } from "./first-page.bench";
import { benchGrid } from "./grid.bench";
import { benchGridScroll } from "./grid-scroll.bench";
import { benchIntakeBrowser } from "./intake-browser.bench";
import { benchIntakeHeadless } from "./intake-headless.bench";

async function main(): Promise<void> {
  benchCore();
  benchIntakeHeadless();
  const intake = await startIntake({ settings: { ZELTO_TARGET: "sandbox" } });
  try {
    await benchFirstPage(intake.origin);
    await benchBrowser(intake.origin);
    await benchIntakeBrowser(intake.origin);
  } finally {
    await intake.stop();
    intake.discard();
  }
  await benchGrid(100_000);
  await benchGridScroll(100_000);
}

await main();
