import type { Locator, Page } from "@playwright/test";
import { canonicalCall, expect, fate, takeIn, test } from "./fixtures";

async function openJson(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: /^JSON/ }).click();
  const text = page.getByRole("textbox", { name: "Call JSON text" });
  await expect(text).toBeVisible();
  return text;
}

test("CR LF is one line end: none is shown, Enter adds one, and every other byte is sent as it came", async ({ page, sandbox }) => {
  const text = canonicalCall("e2e-crlf").replaceAll("\n", "\r\n");
  await takeIn(page, text);
  const pane = await openJson(page);
  await expect(page.locator(".cm-specialChar")).toHaveCount(0);
  expect(await pane.locator(".cm-line").count()).toBe(text.split("\r\n").length);
  await pane.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  const sent = (await sandbox.requests()).find(({ method, path }) => method === "POST" && path.includes("/webhooks/calls"));
  expect((await sandbox.request(sent?.id ?? "")).body).toBe(`${text}\r\n`);
});

test("a problem is mended from its mark in the text", async ({ page }) => {
  await takeIn(page, canonicalCall("e2e-mark").replace('"externalId": "e2e-mark"', '"externalId": "e2e-mark", "recordingURL": "https://a.example/b.wav"'));
  const pane = await openJson(page);
  await pane.locator(".cm-lintRange-warning").first().hover();
  await page.locator(".cm-tooltip-lint").getByRole("button", { name: /Rename to recordingUrl/ }).click();
  await expect(pane).toContainText('"recordingUrl": "https://a.example/b.wav"');
  await expect(page.getByRole("textbox", { name: "Call JSON text" })).not.toContainText("recordingURL");
});

test("an editor that does not arrive says so and is fetched again by a click", async ({ page }) => {
  await takeIn(page, canonicalCall("e2e-late"));
  await expect(page.getByRole("tab", { name: "Form" })).toBeVisible();
  await page.route("**/_next/static/chunks/*.js*", (route) => route.abort());
  await page.getByRole("tab", { name: /^JSON/ }).click();
  const again = page.getByRole("tabpanel").getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  await page.unroute("**/_next/static/chunks/*.js*");
  await again.click();
  await expect(page.getByRole("textbox", { name: "Call JSON text" })).toContainText("e2e-late");
});

test("what two pages write at once is all kept, letter by letter", async ({ page, context }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await takeIn(page, canonicalCall("e2e-both"));
  const pane = await openJson(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const version = other.getByRole("textbox", { name: "Version", exact: true });
  await expect(version).toBeEditable();
  await pane.click();
  await page.keyboard.press("ControlOrMeta+End");
  const typing = (async () => {
    for (let space = 0; space < 40; space += 1) await page.keyboard.type(" ", { delay: 60 });
  })();
  await version.fill("v9");
  await other.keyboard.press("Tab");
  await typing;
  await expect(pane).toContainText('"v9"');
  const lines = await pane.locator(".cm-line").allTextContents();
  expect(lines.at(-1)).toBe(`}${" ".repeat(40)}`);
  expect(faults).toEqual([]);
  await other.close();
});
