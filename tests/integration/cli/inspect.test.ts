import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../support/source-files";

let folder: string;

const CALL = '{"agent":{"externalId":"bot"},"call":{"externalId":"c-1","cost":1e-7},"transcript":{"turns":[{"role":"user","content":"Hi"}]},"metadata":{"big":9007199254740993}}';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intake-inspect-"));
  mkdirSync(join(folder, "deep", "er"), { recursive: true });
  writeFileSync(join(folder, "good.json"), CALL);
  writeFileSync(join(folder, "deep", "er", "lines.jsonl"), `${CALL}\r\n{broken\n\n${CALL.replace("c-1", "c-2")}`);
  writeFileSync(join(folder, "report.json"), '{"message":{"type":"end-of-call-report","call":{"id":"v-1","assistantId":"a-1"},"artifact":{"messages":[{"role":"user","message":"Hello","secondsFromStart":1}]}}}');
  writeFileSync(join(folder, "update.json"), '{"message":{"type":"status-update","status":"ended","call":{"id":"v-1"}}}');
  writeFileSync(join(folder, "chat.txt"), "Agent: Good morning\nCustomer: Hello\nAgent: How can I help?\n");
  writeFileSync(join(folder, ".hidden.json"), "{");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspect(words: readonly string[], input = ""): { readonly code: number | null; readonly out: string; readonly err: string } {
  const run = spawnSync(process.execPath, ["--import", "tsx", "lib/cli/inspect.ts", ...words], { cwd: ROOT, input, encoding: "utf8", timeout: 60_000 });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

interface Line {
  readonly source: string;
  readonly recordPath: string;
  readonly shape: string;
  readonly confidence: number;
  readonly problems: readonly { readonly level: string; readonly path: string; readonly code: string; readonly message: string }[];
  readonly receipt: { readonly carried: number; readonly changed: number; readonly dropped: number };
  readonly call: { readonly call?: { readonly externalId?: string } } | null;
}
const linesOf = (out: string): readonly Line[] => out.trimEnd().split("\n").map((line) => JSON.parse(line) as Line);

describe("inspect --json", () => {
  it("prints a line for each record of files and folders, bad ones among them, and ends with 1", () => {
    const { code, out } = inspect(["--json", folder]);
    const lines = linesOf(out);
    expect(lines.map(({ source, recordPath, shape, call }) => [source.slice(folder.length + 1), recordPath, shape, call?.call?.externalId ?? null])).toEqual([
      ["chat.txt", "", "labelled-text", expect.stringMatching(/^intake-[0-9a-f]{24}$/)],
      ["deep/er/lines.jsonl", "line 1", "canonical", "c-1"],
      ["deep/er/lines.jsonl", "line 2", "unknown", null],
      ["deep/er/lines.jsonl", "line 4", "canonical", "c-2"],
      ["good.json", "", "canonical", "c-1"],
      ["report.json", "", "vapi-webhook", "v-1"],
      ["update.json", "", "vapi-webhook", null],
    ]);
    expect(code).toBe(1);
    expect(lines.flatMap(({ problems }) => problems.map((problem) => problem.code))).toEqual(expect.arrayContaining(["not_json", "event_not_terminal", "agent_reference_missing"]));
  });

  it("writes the call's numbers as they stood", () => {
    const { code, out } = inspect(["--json", join(folder, "good.json")]);
    expect(out).toContain('"cost":1e-7');
    expect(out).toContain('"big":9007199254740993');
    expect(linesOf(out)[0]?.receipt).toEqual({ carried: 6, changed: 0, dropped: 0 });
    expect(code).toBe(0);
  });

  it("reads standard input, and takes an agent for records that name none", () => {
    const { code, out } = inspect(["--json", "--agent", "desk", "-"], '[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]');
    const [line] = linesOf(out);
    expect([line?.source, line?.shape, line?.problems.filter(({ level }) => level === "blocks")]).toEqual(["standard input", "openai-messages", []]);
    expect(line?.call).toMatchObject({ agent: { externalId: "desk" }, transcript: { turns: [{ role: "user", content: "Hi" }, { role: "assistant", content: "Hello" }] } });
    expect(code).toBe(0);
  });
});

describe("inspect", () => {
  it("sums up for people", () => {
    const { code, out } = inspect([join(folder, "deep")]);
    expect(out.split("\n").slice(0, 2)).toEqual(["2 calls: Zelto call 2", "0 would be refused, 1 record cannot be read"]);
    expect(code).toBe(1);
  });

  it.each([
    [[], "Name at least one file or folder, or - for standard input."],
    [["--jsn", "x"], "There is no option --jsn."],
    [["--agent"], "--agent needs a value."],
    [["/nowhere/at/all.json"], "/nowhere/at/all.json cannot be read. Check that it is there and may be read."],
  ])("says what is wrong with %j and how it is used", (words, sentence) => {
    const { code, err, out } = inspect(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`${sentence}\n\nUsage: npm run -s inspect`);
  });
});
