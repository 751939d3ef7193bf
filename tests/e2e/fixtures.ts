import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Locator, type Page } from "@playwright/test";
import { sandboxControl, type SandboxControl } from "../support/sandbox-control";
import { startIntake, type RunningIntake } from "../support/start-intake";

/** One server a worker; each test makes its own calls and leaves the dials as it found them. */
export const test = base.extend<{ sandbox: SandboxControl }, { intake: RunningIntake }>({
  intake: [
    async ({}, provide) => {
      const intake = await startIntake({ settings: { ZELTO_TARGET: "sandbox" } });
      await provide(intake);
      await intake.stop();
      intake.discard();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ intake }, provide) => provide(intake.origin),
  sandbox: async ({ intake }, provide) => {
    const control = sandboxControl(intake.origin);
    await control.reset();
    await control.setDials({ landingDelayMs: 50 });
    await provide(control);
    await control.reset();
  },
});

export { expect };

/** Until the page listens: its Web Worker starts with its listeners. */
export async function ready(page: Page): Promise<void> {
  await expect(page.getByRole("textbox", { name: "Call JSON" })).toBeVisible();
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
}

/** Pastes text as a person does: through the clipboard event, outside any field. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const data = new DataTransfer();
    data.setData("text/plain", value);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Opens Intake and pastes; a single call goes straight to its editor. */
export async function takeIn(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await ready(page);
  await paste(page, text);
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}/);
  await expect(page.getByRole("region", { name: "Transcript" })).toBeVisible();
}

/** The fate that stands in the header of an open call. */
export function fate(page: Page, word: string): Locator {
  return page.getByRole("main").getByText(word, { exact: true }).first();
}

/** No axe violation on the page as it stands, WCAG 2.2 AA included. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

export interface TurnSeed {
  readonly role: string;
  readonly content: string;
}

/** A canonical call as a person would have it on the clipboard: two-space JSON. */
export function canonicalCall(externalId: string, options: { readonly agent?: string; readonly turns?: readonly TurnSeed[] } = {}): string {
  const turns = options.turns ?? [
    { role: "assistant", content: "Bright Smile Dental, how can I help?" },
    { role: "user", content: "I would like to move my appointment." },
  ];
  return JSON.stringify({ agent: { externalId: options.agent ?? "booking-bot" }, call: { externalId }, transcript: { turns } }, null, 2);
}
