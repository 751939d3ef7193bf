import { writeFileSync } from "node:fs";
import { expect, fate, paste, ready, takeIn, test } from "./fixtures";

const verdict = { name: "Verdict" } as const;

test("an empty paste says so and stays where it is", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("textbox", { name: "Call JSON" }).fill("   ");
  await page.getByRole("button", { name: "Take in" }).click();
  await expect(page.getByRole("status", verdict)).toContainText(/empty|nothing/i);
  await expect(page).toHaveURL(/\/$/);
});

test("files that cannot be calls are refused by name, with what they are", async ({ page, sandbox }, testInfo) => {
  const files: readonly (readonly [string, Buffer, RegExp])[] = [
    ["photo.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /PNG|image|binary/i],
    ["latin1.json", Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}')]), /UTF-8[\s\S]*6|6[\s\S]*UTF-8/],
    ["deep.json", Buffer.from("[".repeat(5_000) + "]".repeat(5_000)), /100/],
    ["huge.json", Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(60 * 1024 * 1024, 0x78), Buffer.from('"}')]), /at most 8 MB/],
    ["empty.json", Buffer.alloc(0), /empty/i],
  ];
  for (const [name, buffer, expected] of files) {
    await page.goto("/");
    await ready(page);
    const file = testInfo.outputPath(name);
    writeFileSync(file, buffer);
    await page.getByRole("main").locator('input[type="file"]').first().setInputFiles(file);
    await expect(page.getByRole("main")).toContainText(expected);
    await expect(page).toHaveURL(/\/$/);
  }
  expect((await sandbox.requests()).filter(({ method }) => method === "POST")).toEqual([]);
});

test("hostile text stays text: no script runs, nothing is fetched, no policy is broken", async ({ page }) => {
  const reports: string[] = [];
  const foreign: string[] = [];
  page.on("dialog", (dialog) => {
    reports.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) reports.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1") && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  const evil = '<img src=x onerror=alert(1)><script>alert(2)</script><iframe src="https://evil.example">';
  const call = {
    agent: { externalId: "booking-bot", name: evil },
    call: { externalId: `e2e-html-${evil}`, recordingUrl: "javascript:alert(3)", customer: { name: evil } },
    transcript: { turns: [{ role: "user", content: evil }] },
    metadata: { [evil]: evil },
  };
  await takeIn(page, JSON.stringify(call));
  await expect(page.getByRole("listitem", { name: "Turn 1", exact: true })).toContainText("<script>alert(2)</script>");
  await expect(page.getByRole("region", { name: "Problems" })).toContainText(/recording/i);
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
  for (const tab of [/JSON/, /Receipt/, /Request/, /Form/]) await page.getByRole("tab", { name: tab }).first().click();
  await page.goto("/calls");
  await expect(page.getByText("e2e-html-").first()).toBeVisible();
  expect(reports).toEqual([]);
  expect(foreign).toEqual([]);
});

test("keys named like JavaScript's own are kept and change nothing", async ({ page, sandbox }) => {
  const text = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"e2e-proto"},"transcript":{"turns":[{"role":"user","content":"Hi"}]},"metadata":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}';
  await takeIn(page, text);
  expect(await page.evaluate(() => (({}) as Record<string, unknown>)["polluted"])).toBeUndefined();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  const [upload] = (await sandbox.requests()).filter(({ path }) => path === "/webhooks/calls");
  expect((await sandbox.request(upload?.id ?? "")).body).toBe(text);
});

test("a lone surrogate, written as an escape, reaches Zelto as it stood", async ({ page, sandbox }) => {
  const text = String.raw`{"agent":{"externalId":"booking-bot"},"call":{"externalId":"e2e-surrogate"},"transcript":{"turns":[{"role":"user","content":"half \ud83d and zero \u0000"}]}}`;
  await takeIn(page, text);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByRole("main").getByText(/^(Accepted|Landed|Matched)$/).first()).toBeVisible();
  const [upload] = (await sandbox.requests()).filter(({ path }) => path === "/webhooks/calls");
  expect((await sandbox.request(upload?.id ?? "")).body).toBe(text);
});

test("a shape that nobody knows says what it lacks", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  await paste(page, '{"conversation":[{"speaker":"A","says":"hello"}],"when":"yesterday"}');
  // Its list may be the turns: a person is asked before it is kept as it is.
  await expect(page.getByRole("region", { name: "Unknown shapes" })).toBeVisible();
  await page.getByRole("button", { name: "Take in", exact: true }).click();
  await expect(page).toHaveURL(/\/calls\//);
  await expect(page.getByRole("region", { name: "Problems" })).toContainText(/call/);
  await expect(page.getByText(/unknown shape/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Upload", exact: true })).toBeDisabled();
});

test("when the server is gone, what was pasted stays on the screen", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  await page.route("**/api/intake/**", (route) => route.abort());
  await paste(page, '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"e2e-offline"},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}');
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await page.unroute("**/api/intake/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page).toHaveURL(/\/calls\//);
});
