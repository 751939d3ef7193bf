import { describe, expect, it } from "vitest";
import { AnnounceSourcesInputSchema } from "@/lib/contracts/intake";
import { inspectIntake } from "@/lib/intake/inspect-intake";
import { verdictSentence } from "@/lib/intake/verdict";
import { given, inspectGiven, inspectOne } from "@/tests/support/inspect-given";

const call = (id: string): string => `{"agent":{"externalId":"booking-bot"},"call":{"externalId":"${id}"},"transcript":{"turns":[{"role":"user","content":"Hello"}]}}`;
const retell = (id: string): string => `{"event":"call_analyzed","call":{"call_id":"${id}","agent_id":"agent_9","transcript_object":[{"role":"agent","content":"Hello"}]}}`;
const NOTHING = '{"agent":{"externalId":"booking-bot"},"call":{"externalId":"nothing"}}';

describe("the verdict", () => {
  it.each([
    ["1 call · Zelto · ready", [call("a")]],
    ["1 call · Zelto · needs attention", [NOTHING]],
    ["2 calls · Zelto · all ready", [`${call("a")}\n${call("b")}`]],
    ["3 calls · Zelto 2, Retell 1 · 1 needs attention", [`${call("a")}\n${retell("r")}\n${NOTHING}`]],
    ["2 files · 2 calls · Zelto · all ready", [call("a"), call("b")]],
    ["2 files · 1 call · Zelto · ready · 1 file cannot be read", [call("a"), ""]],
    ["2 calls · Zelto · all ready · 1 record cannot be read", [`${call("a")}\n{ broken\n${call("b")}`]],
    ["1 call · unknown shape · needs attention", ['{"when":"yesterday"}']],
    ["calls.json is empty. Nothing was taken in.", [""]],
  ])("reads %s", async (sentence, contents) => {
    const { report } = await inspectGiven(contents.map((content) => given(content)));
    expect(verdictSentence(report)).toBe(sentence);
  });
});

describe("a plan", () => {
  it("numbers the records through all sources and leaves out those without any", async () => {
    const { session, frames } = await inspectGiven([given(`[${call("a")},${call("b")}]`, "one.json"), given("", "empty.json"), given(call("c"), "two.json")]);
    expect(session.announced(0).map(({ name }) => name)).toEqual(["one.json", "two.json"]);
    expect(frames.map(({ header: { index, source, path } }) => `${index} in ${source} ${path}`)).toEqual(["0 in 0 [0]", "1 in 0 [1]", "2 in 1 "]);
    expect(session.counts()).toEqual({ sourceCount: 2, recordCount: 3 });
  });

  it("leaves the header to detection, a sample's apart", async () => {
    expect((await inspectOne(retell("r"))).frames[0]?.header.provider).toBeNull();
    const { frames } = await inspectGiven([{ ...given(call("l"), "livekit.json"), provider: "livekit" }]);
    expect(frames[0]?.header.provider).toBe("livekit");
  });

  it("tells which lines were not taken in, at most as many as a source may note", async () => {
    const { session } = await inspectGiven([given(`${call("a")}\n${"{ broken\n".repeat(40)}${call("b")}`)]);
    const sources = [...session.announced(0)];
    const notes = sources[0]?.notes ?? [];
    expect(notes[0]).toMatch(/^line 2 was not taken in: it is not JSON at line 2, column 3\. /);
    expect([notes.length, notes.at(-1)]).toEqual([20, "21 more of this kind."]);
    expect(AnnounceSourcesInputSchema.safeParse({ first: 0, sources }).success).toBe(true);
  });

  it("leaves out nothing but the source that is too many, with the limit", async () => {
    const line = (place: number): string => `{"call":{"externalId":"m-${place}"}}`;
    const many = (from: number, count: number): string => Array.from({ length: count }, (_, place) => line(from + place)).join("\n");
    const files = [given(many(0, 6), "one.jsonl"), given(many(6, 5), "two.jsonl"), given(call("c"), "three.json")];
    const { report } = await inspectIntake(files, { answers: {}, now: () => 0, maxRecords: 10 });
    expect(report.recordCount).toBe(7);
    expect(report.failures.map(({ failure }) => failure?.message)).toEqual(["With two.jsonl there are more than 10 calls, the most of one intake. Nothing was taken in of it. Take it in by itself."]);
  });

  it("is in the order of an intake that broke off, whatever order the files are given in now", async () => {
    const files = [given(call("a"), "a.json"), given(`[${call("b")},${call("c")}]`, "b.json"), given(call("a"), "copy-of-a.json")];
    const before = (await inspectGiven(files)).session.announced(0).map((source, ordinal) => ({ ...source, ordinal }));
    const { session } = await inspectGiven([...files].reverse());
    expect(session.matchBefore(before)).toEqual({ ok: true, value: { sourceCount: 3, recordCount: 4 } });
    expect(session.announced(0).map(({ sha256 }) => sha256)).toEqual(before.map(({ sha256 }) => sha256));
    const other = (await inspectGiven([given(call("a"), "a.json"), given(call("z"), "b.json")])).session;
    expect(other.matchBefore(before)).toEqual({
      ok: false,
      error: "These are not the same files: b.json and 1 more of 3 cannot be found among them. Nothing was added; choose the files that this intake was begun with.",
    });
  });
});
