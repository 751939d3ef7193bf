import { expect, test } from "vitest";
import { groupReceipt } from "@/lib/core/shapes/receipt/group-receipt";
import type { ReceiptEntry } from "@/lib/core/shapes/shape";

test("leaves that differ in their index alone are one group", () => {
  const entries: readonly ReceiptEntry[] = [
    { kind: "carried", from: "turns[0].text", to: "transcript.turns[0].content" },
    { kind: "carried", from: "turns[12].text", to: "transcript.turns[11].content" },
    { kind: "changed", from: "turns[0].at", to: "transcript.turns[0].startSeconds", reason: "Milliseconds to seconds", before: "1500", after: "1.5" },
    { kind: "dropped", from: "key", reason: "A secret is never carried" },
  ];
  expect(groupReceipt({ entries, carried: 2, changed: 1, dropped: 1 })).toEqual([
    { kind: "carried", from: "turns[].text", to: "transcript.turns[].content", reason: "", leaves: 2 },
    { kind: "changed", from: "turns[].at", to: "transcript.turns[].startSeconds", reason: "Milliseconds to seconds", leaves: 1 },
    { kind: "dropped", from: "key", to: "", reason: "A secret is never carried", leaves: 1 },
  ]);
});

test("a record with ways by the thousand is summed up in 300 and one for the rest", () => {
  const entries = Array.from({ length: 1_000 }, (_, index): ReceiptEntry => ({ kind: "dropped", from: `by_id.k${index}`, reason: "Unknown" }));
  const groups = groupReceipt({ entries, carried: 0, changed: 0, dropped: 1_000 });
  expect(groups).toHaveLength(301);
  expect(groups.at(-1)).toEqual({ kind: "dropped", from: "…", to: "", reason: "", leaves: 700 });
});
