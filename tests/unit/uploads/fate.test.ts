import { expect, test } from "vitest";
import type { Problem } from "@/lib/core/problems/problem";
import { FATES, FATE_GROUP_WORDS, FATE_WORDS, fateGroup } from "@/lib/core/uploads/fate";
import { expectsNothing } from "@/lib/core/uploads/forecast";

test("each fate stands in the group that people see", () => {
  expect(FATES.map((fate) => `${FATE_WORDS[fate]}: ${FATE_GROUP_WORDS[fateGroup(fate)]}`)).toEqual([
    "Draft: Not sent",
    "Queued: Sending",
    "Sending: Sending",
    "Accepted: Checking",
    "Landed: In Zelto",
    "Matched: In Zelto",
    "Rejected: Needs you",
    "Unknown: Sending",
    "Missing: Needs you",
    "Ignored: Ignored",
    "Held: Needs you",
    "Cancelled: Cancelled",
  ]);
});

test("nothing is expected as soon as one problem loses all", () => {
  const problem: Problem = { code: "unknown_key", level: "loses", path: [], title: "", why: "", fixes: [] };
  expect(expectsNothing([])).toBe(false);
  expect(expectsNothing([problem])).toBe(false);
  expect(expectsNothing([problem, { ...problem, code: "nothing_to_store", losesAll: true }])).toBe(true);
});
