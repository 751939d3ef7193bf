import { canonicalCall, expect, expectAccessible, takeIn, test } from "./fixtures";

test("panes are resized by key and by pointer, and keep their width over a reload", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await takeIn(page, canonicalCall("e2e-panes"));
  const left = page.getByRole("separator", { name: "Width of problems and timeline" });
  const problems = page.getByRole("region", { name: "Problems" });
  const widthOf = async (): Promise<number> => Math.round((await problems.boundingBox())?.width ?? 0);
  const before = await widthOf();
  await left.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(widthOf).toBe(before + 16);
  const box = await left.boundingBox();
  if (box === null) throw new Error("The separator has no place");
  await page.mouse.move(box.x + 2, 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 62, 320, { steps: 4 });
  await page.mouse.up();
  await expect.poll(widthOf).toBe(before + 76);
  await expect(left).toHaveAttribute("aria-valuenow", /^\d+$/);
  await page.reload();
  await expect.poll(widthOf).toBe(before + 76);
  await left.dblclick();
  await expect.poll(widthOf).toBe(before);
});

test("on the widest windows form and JSON stand beside each other and follow each other", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await takeIn(page, canonicalCall("e2e-beside"));
  const json = page.getByRole("textbox", { name: "Call JSON text" });
  await expect(json).toContainText("e2e-beside");
  await page.getByRole("textbox", { name: "Version", exact: true }).fill("v7");
  await page.keyboard.press("Tab");
  await expect(json).toContainText('"v7"');
  await expectAccessible(page);
});
