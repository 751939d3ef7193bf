import { zipSync, strToU8 } from "fflate";
import type { Page } from "@playwright/test";
import { canonicalCall, expect, expectAccessible, paste, ready, test } from "./fixtures";

// Sources of every kind come in by the one door; what only a person can tell is asked once.

async function openAndPaste(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await ready(page);
  await paste(page, text);
}

const CHAT = (words: string) => JSON.stringify({ messages: [{ role: "system", content: "You are kind." }, { role: "user", content: words }, { role: "assistant", content: "Gladly." }] });

test("broken JSON is repaired as a proposal: before and after, a list, and the choice", async ({ page }) => {
  await openAndPaste(page, "log payload={'agent': {'externalId': 'booking-bot'}, \"call\": {\"externalId\": \"repair-1\",}, \"transcript\": {\"turns\": [{\"role\": \"user\", \"content\": \"Hi\"}]}, \"metadata\": {\"vip\": True}}");
  const list = page.getByRole("region", { name: "What the repair does" });
  await expect(list.getByRole("listitem")).not.toHaveCount(0);
  await expect(page.getByRole("region", { name: "What it would become" })).toContainText("booking-bot");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use repaired" }).click();
  await expect(page).toHaveURL(/\/calls\//);
  await expect(page.getByRole("status", { name: "Readiness" })).toContainText("Ready");
});

test("a cut-off paste is never completed without a word", async ({ page }) => {
  await openAndPaste(page, canonicalCall("cut-off").slice(0, -30));
  await expect(page.getByText("The paste is incomplete.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use repaired" })).toBeDisabled();
});

test("chats without an agent are asked about once, and all of them land", async ({ page }) => {
  await openAndPaste(page, [CHAT("First question"), CHAT("Second question"), CHAT("Third question")].join("\n"));
  const questions = page.getByRole("region", { name: "Questions" });
  await expect(questions).toContainText("Which agent had these conversations?");
  await expectAccessible(page);
  await questions.getByRole("combobox", { name: "Agent external ID" }).fill("booking");
  await page.getByRole("option", { name: "booking-bot" }).click();
  await expect(questions).toContainText("1 of 1 answered");
  await page.getByRole("button", { name: "Take in 3 calls" }).click();
  await expect(page).toHaveURL(/\/batches\//);
  await page.getByRole("button", { name: "Upload all" }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: /Upload/ }).click();
  await expect(page.getByRole("grid", { name: "Calls" }).getByText("Matched")).toHaveCount(3);
});

test("a table whose columns say nothing is mapped by hand, and remembered", async ({ page }) => {
  const table = "a,b,c\nx1,hello there my friend,Bot\nx1,i am fine thank you,Kim\nx2,what is up now,Bot\nx2,not a lot today,Kim\n";
  await openAndPaste(page, table);
  const questions = page.getByRole("region", { name: "Questions" });
  for (const [column, use] of [["a", "Conversation id"], ["c", "Who speaks"], ["b", "What is said"]] as const) {
    await questions.getByRole("combobox", { name: `Column ${column}` }).click();
    await page.getByRole("option", { name: use, exact: true }).click();
  }
  await questions.getByRole("button", { name: "Use these columns" }).click();
  await page.getByRole("button", { name: "Take in 2 calls" }).click();
  await expect(page).toHaveURL(/\/batches\//);
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Taught" })).toContainText("Columns of a table");
});

test("a shape that nobody knows is taught by pointing", async ({ page }) => {
  const item = (who: string, words: string) => ({ meta: { k: who }, inner: { w1: words } });
  await openAndPaste(page, JSON.stringify({ foo: { entries: [item("P-1", "Good morning to you"), item("P-2", "Good morning, how can I help?"), item("P-1", "My parcel is lost")] } }));
  await page.getByRole("button", { name: "Point out the turns" }).click();
  const dialog = page.getByRole("dialog", { name: "Where are the turns?" });
  for (const [field, path] of [["Who speaks", "meta.k"], ["What is said", "inner.w1"]] as const) {
    await dialog.getByRole("combobox", { name: field }).click();
    await page.getByRole("option", { name: new RegExp(`^${path.replace(".", "\\.")}`) }).click();
  }
  await expect(dialog.getByRole("region", { name: "What it becomes" })).toContainText("3 turns");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Read it like this" }).click();
  await page.getByRole("button", { name: "Take in", exact: true }).click();
  await expect(page).toHaveURL(/\/calls\//);
  await expect(page.getByRole("listitem", { name: "Turn 3" })).toContainText("My parcel is lost");
});

test("a zip of mixed files becomes one batch, each with its shape and receipt", async ({ page }) => {
  const retell = { call_id: "zip-retell", agent_id: "booking-bot", call_status: "ended", start_timestamp: 1_772_443_800_000, end_timestamp: 1_772_443_835_000, duration_ms: 35_000, transcript_object: [{ role: "agent", content: "Hi", words: [] }, { role: "user", content: "Hello", words: [] }] };
  const archive = zipSync({ "in/call.json": strToU8(canonicalCall("zip-one")), "in/deep/retell.json": strToU8(JSON.stringify(retell)), "__MACOSX/x": strToU8("{") });
  await page.goto("/");
  await ready(page);
  await page.locator('input[type="file"]').first().setInputFiles({ name: "calls.zip", mimeType: "application/zip", buffer: Buffer.from(archive) });
  await expect(page).toHaveURL(/\/batches\//);
  const grid = page.getByRole("grid", { name: "Calls" });
  await expect(grid).toContainText("zip-one");
  await expect(grid).toContainText("zip-retell");
});
