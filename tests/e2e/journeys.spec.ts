import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import path from "node:path";
import { ROOT } from "../support/source-files";
import { canonicalCall, expect, fate, paste, ready, takeIn, test } from "./fixtures";

const sample = (name: string): string => readFileSync(path.join(ROOT, "public", "samples", name), "utf8");
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

test("a voice call goes from the clipboard to Matched", async ({ page, sandbox }) => {
  await takeIn(page, sample("voice-call.json"));
  await expect(page.getByRole("status", { name: "Readiness" })).toContainText("Ready");
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  const uploads = (await sandbox.requests()).filter(({ path: place }) => place === "/webhooks/calls");
  expect(uploads.map(({ status, sha256: hash }) => [status, hash])).toEqual([[200, sha256(Buffer.from(sample("voice-call.json").trimEnd()))]]);
});

test("a chat goes in with its numbers and white space untouched", async ({ page, sandbox }) => {
  const text = '{"agent":{"externalId":"web-helper"},\r\n\t"call": {"externalId":"e2e-chat-exact"},"transcript":{"turns":[{"role":"user","content":"Where is my order? \\ud83d\\ude00"},{"role":"assistant","content":"Let me look."}]},"metadata":{"ticket":9007199254740993,"ratio":1e400,"zero":-0}}';
  await takeIn(page, text);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  const [upload] = (await sandbox.requests()).filter(({ path: place }) => place === "/webhooks/calls");
  expect(upload?.sha256).toBe(sha256(Buffer.from(text)));
});

test("broken JSON names its place, is mended by hand and lands", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  await paste(page, '{\n  "agent": { "externalId": "booking-bot" },\n  "call": { "externalId": "e2e-broken" },\n  "transcript": { "turns": [\n    { "role": "user", "content": "Hello" },\n  ] }\n}');
  await expect(page.getByRole("heading", { name: /line 5, column 43/ })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole("button", { name: "Fix it myself" }).click();
  await page.getByRole("textbox", { name: "Call JSON" }).fill('{\n  "agent": { "externalId": "booking-bot" },\n  "call": { "externalId": "e2e-broken" },\n  "transcript": { "turns": [\n    { "role": "user", "content": "Hello" }\n  ] }\n}');
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page).toHaveURL(/\/calls\//);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
});

test("a native Retell body is sent byte for byte under its header", async ({ page, sandbox }) => {
  const text = sample("retell-call-analyzed.json").trimEnd();
  await takeIn(page, text);
  await expect(page.getByText(/sent unchanged/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Landed")).toBeVisible();
  const [upload] = (await sandbox.requests()).filter(({ path: place }) => place === "/webhooks/calls");
  expect([upload?.provider, upload?.sha256]).toEqual(["retell", sha256(Buffer.from(text))]);
});

test("a native body that is edited becomes canonical, with a receipt, and undo brings the bytes back", async ({ page, sandbox }) => {
  const text = sample("retell-call-analyzed.json").trimEnd().replace("demo-", "demo-undo-");
  await takeIn(page, text);
  await page.getByRole("button", { name: "Edit as canonical" }).click();
  await page.getByRole("tab", { name: /Receipt/ }).click();
  await expect(page.getByRole("tabpanel", { name: /Receipt/ })).toContainText(/dropped/i);
  await expect(page.getByRole("button", { name: "Edit turn" }).first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText(/sent unchanged/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Landed")).toBeVisible();
  const [upload] = (await sandbox.requests()).filter(({ path: place }) => place === "/webhooks/calls");
  expect(upload?.sha256).toBe(sha256(Buffer.from(text)));
});

test("turns are edited, the call is uploaded, matched, and put into a bucket", async ({ page, sandbox }) => {
  await takeIn(page, canonicalCall("e2e-edit-turns"));
  const first = page.getByRole("listitem", { name: "Turn 1", exact: true });
  await first.getByRole("button", { name: "Edit turn" }).click();
  await page.getByRole("textbox", { name: "Text" }).fill("Bright Smile Dental, this is Mia. How can I help?");
  await page.getByRole("spinbutton", { name: "Start (seconds)" }).fill("0");
  await page.getByRole("spinbutton", { name: "End (seconds)" }).fill("2.5");
  await page.keyboard.press("Escape");
  await expect(first).toContainText("this is Mia");
  await page.getByRole("listitem", { name: "Turn 2", exact: true }).getByRole("button", { name: "Insert below" }).click();
  await page.getByRole("textbox", { name: "Text" }).fill("Of course. Which day suits you?");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  const upload = (await sandbox.requests()).find(({ path: place }) => place === "/webhooks/calls");
  const body = (await sandbox.request(upload?.id ?? "")).body ?? "";
  expect(JSON.parse(body)).toEqual({
    agent: { externalId: "booking-bot" },
    call: { externalId: "e2e-edit-turns" },
    transcript: {
      turns: [
        { role: "assistant", content: "Bright Smile Dental, this is Mia. How can I help?", startSeconds: 0, endSeconds: 2.5 },
        { role: "user", content: "I would like to move my appointment." },
        { role: "assistant", content: "Of course. Which day suits you?" },
      ],
    },
  });
  await page.getByRole("combobox", { name: "Bucket" }).click();
  await page.getByRole("option", { name: "To review" }).click();
  await page.getByRole("button", { name: "Add to bucket" }).click();
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText(/Added to/);
});

test("edits survive a reload together with their undo history", async ({ page }) => {
  await takeIn(page, canonicalCall("e2e-undo"));
  await page.getByRole("textbox", { name: "Version" }).fill("v7");
  await page.getByRole("textbox", { name: "Version" }).blur();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Version" })).toHaveValue("v7");
  await page.getByRole("heading", { name: /Transcript/ }).first().click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("textbox", { name: "Version" })).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByRole("textbox", { name: "Version" })).toHaveValue("v7");
});

test("a silent failure is foretold, refused without Send anyway, and confirmed", async ({ page, sandbox }) => {
  await takeIn(page, JSON.stringify({ agent: { externalId: "booking-bot" }, call: { externalId: "e2e-nothing" } }, null, 2));
  await expect(page.getByRole("status", { name: "Readiness" })).toContainText(/create nothing/i);
  await expect(page.getByRole("button", { name: "Upload", exact: true })).toHaveCount(0);
  expect((await sandbox.requests()).filter(({ method }) => method === "POST")).toEqual([]);
  await page.getByRole("button", { name: "Send anyway" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/nothing/i);
  await dialog.getByRole("button", { name: "Send anyway" }).click();
  await expect(fate(page, "Ignored")).toBeVisible();
});

test("a refused key stops everything and fails nothing; the work goes on when the key is back", async ({ page, sandbox }) => {
  await takeIn(page, canonicalCall("e2e-401"));
  await sandbox.setDials({ keyRevoked: true });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText(/key/i).filter({ hasText: /refused/i }).first()).toBeVisible();
  await expect(fate(page, "Queued")).toBeVisible();
  await sandbox.setDials({ keyRevoked: false });
  await page.goto("/calls");
  await page.getByRole("button", { name: "Resume" }).first().click();
  await page.getByRole("link", { name: /e2e-401/ }).first().click();
  await expect(fate(page, "Matched")).toBeVisible();
});

test("a repeat updates the conversation and has to prove it", async ({ page, sandbox }) => {
  await takeIn(page, canonicalCall("e2e-repeat"));
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
  await page.getByRole("textbox", { name: "Ended reason" }).fill("customer-ended-call");
  await page.getByRole("textbox", { name: "Ended reason" }).blur();
  await sandbox.setDials({ landingDelayMs: 600_000 });
  await page.getByRole("button", { name: "Upload update" }).click();
  await expect(fate(page, "Accepted")).toBeVisible();
  await sandbox.setDials({ landingDelayMs: 50 });
  const conversations = (await sandbox.requests()).filter(({ path: place }) => place.startsWith("/v1/conversations"));
  expect(conversations.length).toBeGreaterThan(0);
});

test("several calls stand in a table and are uploaded all at once", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  const lines = [1, 2, 3].map((number) => JSON.stringify(JSON.parse(canonicalCall(`e2e-many-${number}`))));
  await paste(page, [lines[0], "{ broken", lines[1], lines[2]].join("\n"));
  await expect(page.getByRole("region", { name: "Records that cannot be read" })).toContainText("line 2");
  await page.getByRole("button", { name: "Take in 3 calls" }).click();
  await expect(page).toHaveURL(/\/batches\//);
  const table = page.getByRole("grid", { name: "Calls" }).or(page.getByRole("table", { name: "Calls" }));
  await expect(table.getByText("e2e-many-3")).toBeVisible();
  await page.getByRole("button", { name: "Upload all" }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: /Upload/ }).click();
  await expect(table.getByText("Matched", { exact: true })).toHaveCount(3);
});

test("start blank, write a call turn by turn, and land it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Start blank" }).click();
  await expect(page).toHaveURL(/\/calls\//);
  await page.getByRole("combobox", { name: "Agent external ID" }).or(page.getByRole("textbox", { name: "Agent external ID" })).first().fill("booking-bot");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: /first turn|Insert below/ }).first().click();
  await page.getByRole("textbox", { name: "Text" }).fill("Hello, is anybody there?");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status", { name: "Readiness" })).toContainText("Ready");
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(fate(page, "Matched")).toBeVisible();
});
