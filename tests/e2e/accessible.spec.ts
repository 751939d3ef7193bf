import type { Page } from "@playwright/test";
import { canonicalCall, expect, expectAccessible, fate, paste, ready, takeIn, test } from "./fixtures";

const THEMES = ["light", "dark"] as const;

for (const theme of THEMES) {
  test.describe(`in ${theme}`, () => {
    test.use({ colorScheme: theme });

    test("every place is accessible while it is empty", async ({ page }) => {
      for (const path of ["/", "/calls", "/buckets", "/settings", "/sandbox", "/nowhere"]) {
        await page.goto(path);
        await expect(page.getByRole("main")).toBeVisible();
        await settled(page);
        await expectAccessible(page);
      }
    });

    test("one call, its tabs, its dialogs and the palette are accessible", async ({ page }) => {
      // Nine looks of axe at a page full of fields: three quarters of a minute on a quiet machine.
      test.setTimeout(150_000);
      await takeIn(page, canonicalCall(`axe-one-${theme}`));
      await expectAccessible(page);
      await page.getByRole("listitem", { name: "Turn 1", exact: true }).getByRole("button", { name: "Edit turn" }).click();
      await expect(page.getByRole("textbox", { name: "Text" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      for (const tab of [/^JSON/, /^Receipt/, /^Request/, /^Form/]) {
        await page.getByRole("tab", { name: tab }).first().click();
        await expect(page.getByRole("tabpanel").first()).toBeVisible();
        await settled(page);
        await expectAccessible(page);
      }
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Upload", exact: true }).click();
      await expect(fate(page, "Matched")).toBeVisible();
      await expectAccessible(page);
    });

    test("what is wrong is accessible: problems, a dialog, broken JSON", async ({ page }) => {
      await takeIn(page, `{"agent":{"externalId":"booking-bot"},"call":{"externalId":"axe-error-${theme}","recordingURL":"x","cost":-1},"transcript":{"turns":[{"role":"bot","content":""}]}}`);
      await expect(page.getByRole("region", { name: "Problems" })).toContainText(/refused/i);
      await expectAccessible(page);
      await takeIn(page, `{"agent":{"externalId":"booking-bot"},"call":{"externalId":"axe-nothing-${theme}"}}`);
      await page.getByRole("button", { name: "Send anyway" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
      await page.goto("/");
      await ready(page);
      await paste(page, '{"call": {,}}');
      await expect(page.getByRole("heading", { name: /line 1, column/ })).toBeVisible();
      await expectAccessible(page);
    });

    test("many calls are accessible", async ({ page }) => {
      await page.goto("/");
      await ready(page);
      await paste(page, JSON.stringify(Array.from({ length: 12 }, (_, index) => JSON.parse(canonicalCall(`axe-many-${theme}-${index}`)) as unknown)));
      await expect(page).toHaveURL(/\/batches\//);
      await expect(page.getByText(`axe-many-${theme}-11`)).toBeVisible();
      await expectAccessible(page);
      await page.goto("/calls");
      await expect(page.getByText(`axe-many-${theme}-11`)).toBeVisible();
      await expectAccessible(page);
    });
  });
}

/** Until no request is under way that the page asked for; polling rests between its turns. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
