import type { Page } from "@playwright/test";
import { canonicalCall, expect, fate, paste, ready, takeIn, test } from "./fixtures";

/** Presses Tab until the element with that role and name has the focus; at most 80 times. */
async function tabTo(page: Page, role: "button" | "textbox" | "combobox" | "tab" | "link", name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) }).first();
  await expect(wanted).toBeVisible();
  for (let press = 0; press < 80; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached the ${role} ${String(name)}`);
}

test("the whole journey works by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  await paste(page, canonicalCall("e2e-keyboard"));
  await expect(page).toHaveURL(/\/calls\//);
  await tabTo(page, "button", "Edit turn");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Text" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" Good morning.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listitem", { name: "Turn 1", exact: true })).toContainText("Good morning.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(fate(page, "Matched")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("buckets");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/buckets/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText(/Split at caret/i);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("split, merge and undo by key leave the text as it was", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  await paste(page, canonicalCall("e2e-split"));
  await expect(page).toHaveURL(/\/calls\//);
  await page.getByRole("listitem", { name: "Turn 2", exact: true }).getByRole("button", { name: "Edit turn" }).click();
  const text = page.getByRole("textbox", { name: "Text" });
  await text.evaluate((element) => (element as HTMLTextAreaElement).setSelectionRange(12, 12));
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("listitem", { name: "Turn 3", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("listitem", { name: "Turn 3", exact: true })).toHaveCount(0);
  await expect(page.getByRole("listitem", { name: "Turn 2", exact: true })).toContainText("I would like to move my appointment.");
});

test("what is still being typed goes along when the upload key is pressed", async ({ page, sandbox }) => {
  await takeIn(page, canonicalCall("e2e-typing"));
  await page.getByRole("listitem", { name: "Turn 2", exact: true }).getByRole("button", { name: "Edit turn" }).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Please.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(fate(page, "Matched")).toBeVisible();
  const [upload] = (await sandbox.requests()).filter(({ path }) => path === "/webhooks/calls");
  expect((await sandbox.request(upload?.id ?? "")).body).toContain("I would like to move my appointment. Please.");
});

test("a menu is opened, walked and left by key, and gives the focus back; a name shows on focus and goes with Escape", async ({ page }) => {
  await takeIn(page, canonicalCall("e2e-menu"));
  const more = page.getByRole("button", { name: "More", exact: true });
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.focus();
  await page.keyboard.press("ArrowDown");
  const menu = page.getByRole("menu", { name: "Call" });
  await expect(menu.getByRole("menuitem", { name: "Open its batch" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitem", { name: "Delete call" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toHaveText("More");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toHaveCount(0);
});
