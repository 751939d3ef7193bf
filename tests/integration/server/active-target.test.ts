import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { activeTarget, targetKey } from "@/lib/server/active-target";
import { openSecret } from "@/lib/server/db/secret";
import { testEnv } from "@/tests/support/test-server";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intake-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = "zk_live_marked_0123456789";
const target = (settings: Readonly<Record<string, string>>) => activeTarget(testEnv(settings), openSecret(folder));

test("another key, another address or another data folder is another target; the same is the same", () => {
  const live = target({ ZELTO_API_KEY: KEY });
  expect(target({ ZELTO_API_KEY: KEY }).id).toBe(live.id);
  expect(target({ ZELTO_API_KEY: KEY, ZELTO_BASE_URL: "https://api.zelto.ai/" }).id).toBe(live.id);
  expect(target({ ZELTO_API_KEY: `${KEY}x` }).id).not.toBe(live.id);
  expect(target({ ZELTO_API_KEY: KEY, ZELTO_BASE_URL: "https://eu.zelto.ai" }).id).not.toBe(live.id);
  expect(target({}).id).not.toBe(live.id);
});

test("the sandbox stays the same one on another port, and makes its own key", () => {
  expect(target({ PORT: "3001" }).id).toBe(target({ PORT: "3002" }).id);
  expect(target({ PORT: "3001" })).toMatchObject({ kind: "sandbox", baseUrl: "http://127.0.0.1:3001/api/sandbox", hasKey: true });
  expect(targetKey(testEnv(), openSecret(folder))).toMatch(/^sandbox_[0-9a-f]{40}$/);
});

test("holds nothing of the key but its last four characters", () => {
  const live = target({ ZELTO_API_KEY: KEY });
  expect(live).toMatchObject({ kind: "live", host: "api.zelto.ai", keyLast4: "6789", hasKey: true });
  expect(JSON.stringify(live)).not.toContain(KEY.slice(0, -4));
});

test("is live without a key, and says so", () => {
  expect(target({ ZELTO_TARGET: "live" })).toMatchObject({ kind: "live", keyLast4: null, hasKey: false });
});

test("the folder's secret is made once, for its owner alone, and a damaged one is refused", () => {
  const first = openSecret(folder).hmac("label", "text");
  expect(openSecret(folder).hmac("label", "text")).toBe(first);
  expect(openSecret(folder).hmac("other", "text")).not.toBe(first);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, "secret")).byteLength).toBe(32);
  writeFileSync(join(folder, "secret"), "short");
  expect(() => openSecret(folder)).toThrow("damaged");
});
