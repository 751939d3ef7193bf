import { expect, test } from "vitest";
import { fixCause } from "@/lib/core/bulk/fix-cause";
import { causeOf, type ProblemCause } from "@/lib/core/problems/problem-cause";
import type { Problem } from "@/lib/core/problems/problem";
import { reportProblems } from "@/lib/core/problems/report-problems";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import type { Provider } from "@/lib/core/shapes/shape";
import { applyEdits } from "@/lib/core/text/apply-edits";
import { parseJson } from "@/lib/core/text/scan-json";

function report(text: string, provider: Provider = "zelto"): readonly Problem[] {
  const parsed = parseJson(text);
  if (!parsed.ok) return [];
  const detection = detectShape(parsed.value.root);
  return reportProblems({ text, root: parsed.value.root }, { shape: detection.shape, detection, provider, knownAgents: null, alreadyUploaded: null });
}
function causes(text: string): readonly ProblemCause[] {
  return report(text).flatMap((problem) => causeOf(problem) ?? []);
}
const call = (turns: string, rest = ""): string => `{"agent":{"externalId":"bot"},"call":{"externalId":"c"${rest}},"transcript":{"turns":[${turns}]}}`;
const GOOD = '{"role":"user","content":"Hi"}';

test("turns with the same fault have one cause, whatever their numbers", () => {
  const empty = '{"role":"user","content":""}';
  const found = causes(call(`${GOOD},${empty},${GOOD},${empty}`));
  expect(found.map(({ title, pattern, fix }) => [title, pattern, fix?.label])).toEqual([
    ["Text of a turn is empty", "transcript.turns[].content", "Delete the turn"],
    ["Text of a turn is empty", "transcript.turns[].content", "Delete the turn"],
  ]);
  expect(new Set(found.map(({ key }) => key)).size).toBe(1);
});

test("another role word is another cause, since it needs another fix", () => {
  const titles = causes(call('{"role":"agent","content":"a"},{"role":"human","content":"b"}')).map(({ title, fix }) => [title, fix?.id]);
  expect(titles).toEqual([
    ["A turn has the role “agent”", "set-role:assistant"],
    ["A turn has the role “human”", "set-role:user"],
  ]);
});

test("a cause names no number of a single call", () => {
  const texts = [
    call('{"role":"user","content":"a","startSeconds":5,"endSeconds":2},{"role":"user","content":"b","startSeconds":400}', ',"durationSeconds":12'),
    call(GOOD, ',"durationSeconds":12.5,"endedReason":"' + "x".repeat(101) + '"'),
    call(GOOD, ',"durationSeconds":-7'),
  ];
  for (const cause of texts.flatMap(causes)) expect(`${cause.title} ${cause.fix?.label ?? ""}`.replace("less than 0", "").replace("Set to 0", "").replace("Cut to 100", "")).not.toMatch(/\d/);
});

test("the fix of a cause mends every place by its own values, and nothing else", () => {
  const text = call('{"role":"user","content":"a","startSeconds":5,"endSeconds":2},{"role":"user","content":"b","startSeconds":8,"endSeconds":1},{"role":"user","content":"c","startSeconds":9}');
  const key = causes(text)[0]!.key;
  const fixed = fixCause({ text, provider: "zelto" }, key, report);
  expect(fixed.ok && applyEdits(text, fixed.value.edits)).toBe(
    call('{"role":"user","content":"a","startSeconds":5,"endSeconds":8},{"role":"user","content":"b","startSeconds":8,"endSeconds":9},{"role":"user","content":"c","startSeconds":9}'),
  );
});

test("three hundred places are mended, though a report names two hundred", () => {
  const text = call(Array.from({ length: 300 }, () => '{"role":"agent","content":"a"}').join(","));
  const fixed = fixCause({ text, provider: "zelto" }, causes(text)[0]!.key, report);
  expect(fixed.ok && applyEdits(text, fixed.value.edits)).toBe(text.replaceAll('"agent","content"', '"assistant","content"'));
});

test("turns that go leave the others", () => {
  const empty = '{"role":"user","content":""}';
  const text = call([GOOD, empty, GOOD, empty, empty].join(","));
  const fixed = fixCause({ text, provider: "zelto" }, causes(text)[0]!.key, report);
  expect(fixed.ok && applyEdits(text, fixed.value.edits)).toBe(call([GOOD, GOOD].join(",")));
});

test("a native body under the wrong header gets its header, and no byte of it changes", () => {
  const text = '{"event":"call_ended","call":{"call_id":"r1","agent_id":"a","transcript":"User: hi"}}';
  const key = causes(text)[0]!.key;
  expect(fixCause({ text, provider: "zelto" }, key, report)).toEqual({ ok: true, value: { edits: [], provider: { from: "zelto", to: "retell" } } });
});

test("what is mended already, and what has no fix, is said", () => {
  const key = causes(call('{"role":"agent","content":"a"}'))[0]!.key;
  expect(fixCause({ text: call(GOOD), provider: "zelto" }, key, report)).toEqual({ ok: false, error: "no-such-problem" });
  const noAgent = '{"call":{"externalId":"c"},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}';
  expect(fixCause({ text: noAgent, provider: "zelto" }, causes(noAgent)[0]!.key, report)).toEqual({ ok: false, error: "no-fix" });
});
