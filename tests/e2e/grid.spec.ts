import type { Locator, Page } from "@playwright/test";
import { canonicalCall, expect, expectAccessible, paste, ready, test } from "./fixtures";

/** Calls `prefix-000` and on; every tenth has an empty turn. */
function lines(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify(
      JSON.parse(
        canonicalCall(`${prefix}-${String(index).padStart(3, "0")}`, {
          agent: index % 2 === 0 ? "booking-bot" : "web-helper",
          turns: [
            { role: "assistant", content: `Hello, this is ${prefix} number ${index}.` },
            { role: "user", content: index % 10 === 9 ? "" : `I would like to move my appointment to ${index % 3 === 0 ? "Monday" : "Friday"}.` },
          ],
        }),
      ),
    ),
  ).join("\n");
}

/** Takes a batch in and waits for its grid. */
async function openBatch(page: Page, prefix: string, count: number): Promise<Locator> {
  await page.goto("/");
  await ready(page);
  await paste(page, lines(prefix, count));
  await expect(page).toHaveURL(/\/batches\//);
  const grid = page.getByRole("grid", { name: "Calls" });
  await expect(grid).toHaveAttribute("aria-rowcount", String(count + 1));
  await expect(rowOf(grid, `${prefix}-000`)).toBeVisible();
  return grid;
}

const rowOf = (grid: Locator, externalId: string): Locator => grid.getByRole("row").filter({ has: grid.page().getByRole("link", { name: externalId, exact: true }) });

test("three hundred calls: only those in view are in the page, and the end is one key away", async ({ page }) => {
  const grid = await openBatch(page, "g-scroll", 300);
  expect(await grid.getByRole("row").count()).toBeLessThan(80);
  await rowOf(grid, "g-scroll-000").focus();
  await page.keyboard.press("End");
  const last = rowOf(grid, "g-scroll-299");
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute("aria-rowindex", "301");
  await page.keyboard.press("ArrowUp");
  await expect(rowOf(grid, "g-scroll-298")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(rowOf(grid, "g-scroll-000")).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(rowOf(grid, "g-scroll-000")).not.toBeFocused();
});

test("rows are selected by Space, a range by Shift, all by Ctrl A, and Escape lets go", async ({ page }) => {
  const grid = await openBatch(page, "g-select", 120);
  const bar = page.getByRole("toolbar", { name: "Selected calls" });
  await rowOf(grid, "g-select-000").focus();
  await page.keyboard.press("Space");
  await expect(rowOf(grid, "g-select-000")).toHaveAttribute("aria-selected", "true");
  await expect(bar).toContainText("1 selected");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar).toContainText("3 selected");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(bar).toContainText("2 selected");
  await page.keyboard.press("ControlOrMeta+a");
  await expect(bar).toContainText("All 120 matching selected");
  await rowOf(grid, "g-select-001").getByRole("checkbox").click();
  await expect(bar).toContainText("119 selected");
  await grid.press("Escape");
  await expect(bar).toHaveCount(0);
});

test("Enter opens the call, and J and K walk the rows from anywhere", async ({ page }) => {
  const grid = await openBatch(page, "g-open", 5);
  await page.keyboard.press("j");
  await expect(rowOf(grid, "g-open-000")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rowOf(grid, "g-open-001")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}/);
  await expect(page.getByRole("textbox", { name: "Call external ID" })).toHaveValue("g-open-001");
});

test("the order is chosen at the heads, and stands in the address", async ({ page }) => {
  const grid = await openBatch(page, "g-sort", 12);
  const head = grid.getByRole("columnheader", { name: "Call", exact: true });
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/sort=-externalId/);
  await expect(rowOf(grid, "g-sort-011")).toHaveAttribute("aria-rowindex", "2");
  await page.reload();
  await expect(rowOf(grid, "g-sort-011")).toHaveAttribute("aria-rowindex", "2");
});

test("search finds words that were said, and they never stand in the address", async ({ page }) => {
  const grid = await openBatch(page, "g-find", 30);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search calls" })).toBeFocused();
  await page.keyboard.type("monday");
  // Every third of thirty says Monday, but for number 9, which says nothing; and the head counts as a row.
  await expect(grid).toHaveAttribute("aria-rowcount", "10");
  await expect(rowOf(grid, "g-find-003")).toBeVisible();
  await expect(rowOf(grid, "g-find-001")).toHaveCount(0);
  expect(page.url()).not.toContain("monday");
  await page.keyboard.type(" nowhere");
  await expect(page.getByText(/No call of this batch holds/)).toBeVisible();
  await page.getByRole("button", { name: "Show all calls of the batch" }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "31");
});

test("problems are grouped by cause, and Show narrows the grid to one", async ({ page }) => {
  const grid = await openBatch(page, "g-cause", 40);
  const cause = page.getByRole("list", { name: "Causes" }).getByRole("listitem").filter({ hasText: "4 calls" }).first();
  await expect(cause).toContainText("Will be refused");
  await cause.getByRole("button", { name: /Show the calls/ }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "5");
  await expect(rowOf(grid, "g-cause-009")).toBeVisible();
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "41");
});

test("the focus stays on its call while the rows are read again", async ({ page }) => {
  const grid = await openBatch(page, "g-focus", 20);
  await rowOf(grid, "g-focus-004").focus();
  await rowOf(grid, "g-focus-001").hover();
  // The event alone: a real click would take the focus there.
  await rowOf(grid, "g-focus-001").getByRole("button", { name: /^Upload/ }).dispatchEvent("click");
  await expect(rowOf(grid, "g-focus-001").getByText("Matched", { exact: true })).toBeVisible();
  await expect(rowOf(grid, "g-focus-004")).toBeFocused();
});

test("an agent is set in all that match, and one press takes the whole step back", async ({ page }) => {
  const grid = await openBatch(page, "g-agent", 25);
  await rowOf(grid, "g-agent-000").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.getByRole("button", { name: "Set agent" }).click();
  const dialog = page.getByRole("dialog", { name: "Set agent: 25 calls" });
  await dialog.getByRole("combobox", { name: "Agent external ID" }).fill("night-desk");
  await dialog.getByRole("textbox", { name: "Agent name" }).click();
  await dialog.getByRole("button", { name: "Set in 25 calls" }).click();
  const told = page.getByRole("status", { name: "Bulk changes" });
  await expect(told).toContainText("25 calls");
  await page.getByRole("button", { name: "Close the panel" }).click();
  await expect(grid.getByText("night-desk")).toHaveCount(25);
  await page.getByRole("contentinfo").or(page.getByRole("main")).getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(told).toContainText("Taken back");
  await expect(grid.getByText("night-desk")).toHaveCount(0);
  await expect(grid.getByText("booking-bot")).toHaveCount(13);
});

test("find and replace is seen before it happens", async ({ page }) => {
  const grid = await openBatch(page, "g-words", 12);
  await rowOf(grid, "g-words-000").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.getByRole("button", { name: "Find and replace" }).click();
  const dialog = page.getByRole("dialog", { name: "Find and replace: 12 calls" });
  await dialog.getByRole("textbox", { name: "Find" }).fill("Monday");
  await dialog.getByRole("textbox", { name: "Replace with" }).fill("Tuesday");
  await expect(dialog.getByRole("button", { name: "Replace", exact: true })).toBeDisabled();
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByRole("status")).toContainText("Found 3 places in 3 calls");
  await expect(dialog.getByRole("list", { name: "Examples" })).toContainText("Tuesday");
  await dialog.getByRole("button", { name: "Replace 3 places in 3 calls" }).click();
  await expect(page.getByRole("status", { name: "Bulk changes" })).toContainText("3 calls");
  await page.getByRole("searchbox", { name: "Search calls" }).fill("tuesday");
  await expect(grid).toHaveAttribute("aria-rowcount", "4");
});

test("a row is edited in its place: F2, type, Enter, and the focus is back on it", async ({ page }) => {
  const grid = await openBatch(page, "g-edit", 4);
  await rowOf(grid, "g-edit-002").focus();
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "Call external ID" });
  await expect(field).toBeFocused();
  await field.fill("g-edit-renamed");
  await page.getByRole("textbox", { name: "Version" }).fill("v9");
  await page.keyboard.press("Enter");
  await expect(rowOf(grid, "g-edit-renamed")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Version" })).toHaveValue("v9");
  await expect(page.getByRole("textbox", { name: "Call external ID" })).toHaveValue("g-edit-renamed");
});

test("excluded calls leave the counts and come back by Restore", async ({ page }) => {
  const grid = await openBatch(page, "g-out", 6);
  await rowOf(grid, "g-out-001").getByRole("checkbox").click();
  await page.getByRole("button", { name: "Exclude", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Exclude 1 call" }).click();
  await expect(rowOf(grid, "g-out-001")).toContainText("Excluded");
  await expect(page.getByRole("group", { name: "Sum" })).toContainText("1 excluded");
  await page.getByRole("link", { name: /^Excluded/ }).click();
  await expect(grid).toHaveAttribute("aria-rowcount", "2");
  await rowOf(grid, "g-out-001").getByRole("checkbox").click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("menuitem", { name: /Restore/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore 1 call" }).click();
  await expect(page.getByRole("group", { name: "Sum" })).toContainText("0 excluded");
});

test("every state of the grid is accessible", async ({ page }) => {
  const grid = await openBatch(page, "g-axe", 15);
  await rowOf(grid, "g-axe-000").focus();
  await page.keyboard.press("Space");
  await expectAccessible(page);
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: "Call external ID" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(rowOf(grid, "g-axe-000")).toBeFocused();
  await page.getByRole("button", { name: "Set agent" }).click();
  await expect(page.getByRole("dialog", { name: /Set agent: 1 call/ })).toBeVisible();
  await expectAccessible(page);
});
