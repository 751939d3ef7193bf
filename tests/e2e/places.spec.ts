import { readdirSync, readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { startIntake } from "../support/start-intake";
import { canonicalCall, expect, fate, ready, takeIn, test } from "./fixtures";

test("a bucket is made, chosen before the upload, and filled on landing", async ({ page }) => {
  await page.goto("/buckets");
  await page.getByRole("button", { name: "Create bucket" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Week 47 review");
  await expect(dialog.getByRole("combobox", { name: "Agent" })).toHaveValue("Booking bot (booking-bot)");
  await dialog.getByRole("button", { name: "Create bucket" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Week 47 review").first()).toBeVisible();
  await takeIn(page, canonicalCall("e2e-bucket-first"));
  await page.getByRole("combobox", { name: "Bucket" }).click();
  await page.getByRole("option", { name: /Week 47 review/ }).click();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText(/Added to Week 47 review/);
});

test("without the list endpoint the page says so, and a pasted id is the way out", async ({ page, sandbox }) => {
  await sandbox.setDials({ listEndpoint: "404" });
  await takeIn(page, canonicalCall("e2e-no-list"));
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Missing")).toBeVisible();
  const conversationId = async () => (await sandbox.requests()).find(({ path: place }) => place === "/webhooks/calls")?.conversationId ?? null;
  await expect.poll(conversationId).not.toBeNull();
  await page.getByRole("textbox", { name: "Conversation id or dashboard link" }).fill(`https://dashboard.example/org/x/conversations/${(await conversationId()) ?? ""}`);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(fate(page, "Matched")).toBeVisible();
});

test("search finds a call by its words, which stay out of the address; the filters stand in it", async ({ page }) => {
  await takeIn(page, canonicalCall("e2e-search", { turns: [{ role: "user", content: "My parrot ate the invoice." }] }));
  await page.goto("/calls");
  await page.getByRole("searchbox").first().fill("parrot");
  await expect(page.getByText("e2e-search").first()).toBeVisible();
  await page.getByRole("navigation", { name: "Filters" }).getByRole("link", { name: /Not sent/ }).click();
  await expect(page).toHaveURL(/\?group=not-sent$/);
  await expect(page.getByText("e2e-search").first()).toBeVisible();
});

test("deleting a call leaves no byte of it in the store", async ({ page }) => {
  const intake = await startIntake({ settings: { ZELTO_TARGET: "sandbox" } });
  try {
    await page.goto(`${intake.origin}/`);
    await ready(page);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, canonicalCall("e2e-delete-me", { turns: [{ role: "user", content: "quokka-marmalade-4711" }] }));
    await expect(page).toHaveURL(/\/calls\//);
    expect(filesHolding(intake.dataFolder, "quokka-marmalade-4711")).not.toEqual([]);
    await page.getByRole("button", { name: /More|Call menu|Menu/ }).first().click();
    await page.getByRole("menuitem", { name: /Delete/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: /Delete/ }).click();
    await expect(page).not.toHaveURL(/\/calls\/[0-9a-f]{8}/);
    expect(filesHolding(intake.dataFolder, "quokka-marmalade-4711")).toEqual([]);
  } finally {
    await intake.stop();
    intake.discard();
  }
});

function filesHolding(folder: string, marker: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(marker));
}

test("the theme follows the system and can be set", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/settings");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe("rgb(17, 16, 16)");
  await page.getByRole("radio", { name: "Light" }).click({ force: true });
  await expect.poll(ground).toBe("rgb(245, 244, 242)");
  await page.reload();
  expect(await ground()).toBe("rgb(245, 244, 242)");
});

test("the key is in no file of the browser, no answer and no log line", async ({ page }) => {
  const key = "zk_canary_0123456789abcdefXYZ9";
  const intake = await startIntake({ settings: { ZELTO_TARGET: "sandbox", ZELTO_API_KEY: key } });
  const bodies: string[] = [];
  try {
    page.on("response", (response) => {
      void response.text().then((text) => bodies.push(text), () => undefined);
    });
    for (const place of ["/", "/calls", "/buckets", "/settings", "/sandbox"]) {
      await page.goto(`${intake.origin}${place}`);
      await expect(page.getByRole("main")).toBeVisible();
    }
    await page.goto(`${intake.origin}/settings`);
    await page.getByRole("button", { name: /Check connection|Check/ }).first().click();
    await expect(page.getByText("Checked at")).toBeVisible();
    await expect(page.getByText("XYZ9", { exact: true })).toBeVisible();
  } finally {
    await intake.stop();
  }
  const forms = [key, Buffer.from(key).toString("base64").replace(/=+$/, ""), encodeURIComponent(key)];
  const client = readdirSync(".next/static", { recursive: true, encoding: "utf8" })
    .map((file) => path.join(".next/static", file))
    .filter((file) => statSync(file).isFile());
  console.log(`key scan: looked at ${client.length} client files, ${bodies.length} answers and ${intake.output().length} characters of log`);
  expect(client.length).toBeGreaterThan(10);
  expect(bodies.length).toBeGreaterThan(20);
  expect(client.filter((file) => forms.some((form) => readFileSync(file).includes(form)))).toEqual([]);
  expect(bodies.filter((body) => forms.some((form) => body.includes(form))).length).toBe(0);
  expect(forms.some((form) => intake.output().includes(form))).toBe(false);
  expect(forms.flatMap((form) => filesHolding(intake.dataFolder, form))).toEqual([]);
  intake.discard();
});

test("it listens on loopback only", async ({ intake }) => {
  const answers = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host, port: intake.port });
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
  const outside = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter(({ internal }) => !internal).map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address)));
  console.log(`listening: looked at ${outside.length} outer addresses`);
  expect(await answers("127.0.0.1")).toBe(true);
  for (const address of outside) expect([address, await answers(address)]).toEqual([address, false]);
});
