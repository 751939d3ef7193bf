import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSandbox } from "@/lib/sandbox/sandbox";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intake-sandbox-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (place: string) => () => openSandbox({ folder: place, apiKey: "sk_test" });
const SENTENCE = "The sandbox cannot make its folder. Check that the data folder's place exists and may be written by this user.";

test("a folder that cannot be made ends the opening at once, with a sentence", () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  expect(open(join(file, "below"))).toThrow(SENTENCE);
  expect(open("/proc/nope/sandbox")).toThrow(SENTENCE);
});

test("folders above it are made for the owner alone", () => {
  const sandbox = open(join(folder, "one", "two"))();
  sandbox.close();
  expect(["one", "one/two"].map((below) => statSync(join(folder, below)).mode & 0o777)).toEqual([0o700, 0o700]);
});
