import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { samplePreview } from "@/components/intake/sample-previews";
import { SAMPLES } from "@/lib/core/call-ingest/samples";
import { spotLines } from "@/lib/intake/spot-lines";
import { inspectOne } from "../../support/inspect-given";
import { ROOT } from "../../support/source-files";

const readSample = (file: string) => inspectOne(new Uint8Array(readFileSync(path.join(ROOT, "public", "samples", file))), file);

describe("a sample's tile", () => {
  it.each(SAMPLES.filter(({ shape }) => shape !== null).map(({ id, file }) => [id, file] as const))("of %s shows what its file holds", async (id, file) => {
    const [record] = (await readSample(file)).records;
    const { turnCount, durationSeconds, ribbon } = record?.summary ?? {};
    expect(samplePreview(id)).toEqual({ turns: turnCount, seconds: durationSeconds, ribbon });
  });

  it("of the broken one shows none, and its file is broken", async () => {
    expect(samplePreview("broken")).toBeNull();
    expect((await readSample("broken.json")).failure?.problem).toMatchObject({ kind: "syntax", line: 6, column: 41 });
  });
});

describe("the lines around a spot", () => {
  it("are numbered as in the text, eight on each side, and the spot is in its line", async () => {
    const text = `{${"\n".repeat(20)}  "a": 1,,\n${"\n".repeat(20)}}`;
    const problem = (await inspectOne(text)).failure?.problem;
    if (!problem) throw new Error("the text was read");
    const lines = spotLines(text, problem);
    expect([lines.at(0)?.number, lines.at(-1)?.number]).toEqual([13, 29]);
    expect(lines.filter(({ spot }) => spot !== null)).toEqual([{ number: 21, text: '  "a": 1,,', spot: 9 }]);
  });

  it("are cut when they are long, without losing the spot", async () => {
    const text = `{\n"pad": "${"x".repeat(500)}",\n"a": "${"y".repeat(500)}",,\n}`;
    const problem = (await inspectOne(text)).failure?.problem;
    if (!problem) throw new Error("the text was read");
    const lines = spotLines(text, problem);
    expect(lines.every((line) => line.text.length <= 160)).toBe(true);
    const spotted = lines.find(({ spot }) => spot !== null);
    expect(spotted?.text.charAt(spotted.spot ?? 0)).toBe(",");
  });
});
