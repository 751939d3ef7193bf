import { gzipSync, zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { given, inspectGiven } from "@/tests/support/inspect-given";

const call = (id: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`{"agent":{"externalId":"bot"},"call":{"externalId":"${id}"},"transcript":{"turns":[{"role":"user","content":"Hi"}]}}`));
const zip = (files: Zippable, name = "calls.zip") => given(new Uint8Array(zipSync(files)), name);
const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));
const ids = ({ frames }: Awaited<ReturnType<typeof inspectGiven>>): readonly string[] =>
  frames.map(({ bytes }) => (JSON.parse(Buffer.from(bytes).toString()) as { call: { externalId: string } }).call.externalId);
const failures = async (...sources: Parameters<typeof inspectGiven>[0]): Promise<readonly string[]> => (await inspectGiven(sources)).report.failures.map(({ failure }) => failure?.message ?? "");

describe("a zip", () => {
  it("holds sources, whatever their folders and endings are called", async () => {
    const inspected = await inspectGiven([zip({ "a.json": call("a"), deep: { er: { "b.txt": call("b") } }, "c": [call("c"), { level: 0 }] }, "export.bin")]);
    expect(ids(inspected)).toEqual(["a", "b", "c"]);
    expect(inspected.report.sources.map(({ name }) => name)).toEqual(["export.bin/a.json", "export.bin/deep/er/b.txt", "export.bin/c"]);
  });

  it("leaves a system's own files out and says so", async () => {
    const { report } = await inspectGiven([zip({ "a.json": call("a"), "__MACOSX/._a.json": call("x"), ".DS_Store": call("y"), "b/.hidden/z.json": call("z") })]);
    expect([report.recordCount, report.asides]).toEqual([1, ["3 hidden files of a system in calls.zip were left out."]]);
  });

  it("shows a path that leads out of it as the text that it is", async () => {
    const names = ["../../etc/passwd", "C:\\calls\\a.json", "\u202Egnp.nosj", "نص.json"];
    const { report } = await inspectGiven([zip(Object.fromEntries(names.map((name, place) => [name, call(`n-${place}`)])))]);
    expect(report.sources.map(({ name }) => name)).toEqual(names.map((name) => `calls.zip/${name}`));
  });

  it("inside a zip is explained and not read", async () => {
    const inner = zipSync({ "a.json": call("a") });
    expect(await failures(zip({ "inner.zip": inner, "b.json": call("b") }))).toEqual([
      "calls.zip/inner.zip: This is a ZIP archive, not text. Nothing was taken in. Unpack it and choose the JSON files inside.",
    ]);
  });

  it("with an encrypted file says which, and takes the others", async () => {
    const bytes = zipSync({ "a.json": call("a"), "b.json": call("b") });
    // Bit 0 of the flags of the first entry of the directory (APPNOTE 4.4.4).
    const at = Buffer.from(bytes).indexOf("PK\x01\x02", 0, "latin1");
    bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    const inspected = await inspectGiven([given(new Uint8Array(bytes), "calls.zip")]);
    expect(ids(inspected)).toEqual(["b"]);
    expect(inspected.report.failures[0]?.failure?.message).toBe("calls.zip/a.json is encrypted, and Intake has no password for it. Unpack it and choose the files inside. Nothing was taken in of it.");
  });

  it("that was cut off, or in which a bit was turned, is never taken for whole", async () => {
    const bytes = zipSync({ "a.json": [call("a"), { level: 0 }], "b.json": call("b") });
    expect(await failures(given(new Uint8Array(bytes.subarray(0, bytes.length - 30)), "cut.zip"))).toEqual([
      "cut.zip cannot be unpacked. It is damaged or was cut off: the list of its files, which stands at its end, is missing. Nothing was taken in of it.",
    ]);
    const turned = Buffer.from(bytes);
    turned[turned.indexOf('"bot"') + 1] = 0x42;
    const inspected = await inspectGiven([given(new Uint8Array(turned), "turned.zip")]);
    expect(ids(inspected)).toEqual(["b"]);
    expect(inspected.report.failures[0]?.failure?.message).toContain("turned.zip/a.json is damaged or was cut off");
  });

  it("of no files says so", async () => {
    expect(await failures(zip({}))).toEqual(["calls.zip is an archive without files. Nothing was taken in of it."]);
  });

  it("of thousands of files is read file by file", async () => {
    const files = Object.fromEntries(Array.from({ length: 3_000 }, (_, place) => [`${place % 50}/${place}.json`, [call(`f-${place}`), { level: 0 }] as [Uint8Array, { level: 0 }]]));
    const { report } = await inspectGiven([zip(files)]);
    expect([report.sourceCount, report.recordCount, report.sources.length]).toEqual([3_000, 3_000, 1_000]);
  }, 60_000);
});

describe("a gzip", () => {
  it("is unpacked, which is noted, and hashed as what it holds", async () => {
    const inspected = await inspectGiven([given(gzip(call("g")), "calls.jsonl.gz")]);
    expect(ids(inspected)).toEqual(["g"]);
    expect(inspected.report.sources[0]?.notes).toEqual(["It was unpacked from gzip."]);
  });

  it("may have several members in a row", async () => {
    const both = Buffer.concat([gzip(Buffer.concat([call("one"), Buffer.from("\n")])), gzip(call("two"))]);
    expect(ids(await inspectGiven([given(new Uint8Array(both), "log.gz")]))).toEqual(["one", "two"]);
  });

  it("that was cut off is refused", async () => {
    const whole = gzip(Buffer.concat(Array.from({ length: 50 }, (_, place) => Buffer.concat([call(`c-${place}`), Buffer.from("\n")]))));
    for (const missing of [1, 8, 9, 40]) expect(await failures(given(whole.subarray(0, whole.length - missing), "cut.gz"))).toEqual([expect.stringContaining("cut.gz is damaged or was cut off")]);
  });

  it("of a tar is named for what it is", async () => {
    const tar = Buffer.alloc(2_048);
    tar.write("calls/a.json");
    tar.write("ustar", 257);
    expect(await failures(given(gzip(tar), "calls.tar.gz"))).toEqual(["calls.tar.gz: This is a tar archive, not text. Nothing was taken in. Unpack it and choose the JSON files inside."]);
  });
});

describe("a bomb", () => {
  const blank = Buffer.alloc(200 * 1024 * 1024, " ");

  // What it costs in memory cannot be told in here: the garbage of the other tests in the process counts too.
  it("of 200 MB in 200 KB is refused by the limit", async () => {
    const bomb = given(gzip(blank), "bomb.gz");
    expect(await failures(bomb)).toEqual(["bomb.gz unpacks to more than 100 times its size, the most that is unpacked here. Nothing was taken in. Unpack it and choose the files inside."]);
  }, 60_000);

  it("inside a zip is refused by what the archive says of itself, and where that is a lie, by what comes out", async () => {
    const bytes = Buffer.from(zipSync({ "bomb.json": blank, "a.json": call("a") }));
    expect(await failures(given(new Uint8Array(bytes), "bomb.zip"))).toEqual([expect.stringContaining("bomb.zip unpacks to more than 100 times its size")]);
    const at = bytes.indexOf("PK\x01\x02", 0, "latin1");
    bytes.writeUInt32LE(1_000, at + 24);
    const { report } = await inspectGiven([given(new Uint8Array(bytes), "bomb.zip")]);
    expect([report.recordCount, report.failures[0]?.failure?.message]).toEqual([0, expect.stringContaining("bomb.zip unpacks to more than 100 times its size")]);
  }, 60_000);
});

describe("text in UTF-16", () => {
  it.each(["utf-16le", "utf-16be"])("is read in a file as anywhere, which is noted: %s", async (encoding) => {
    const text = `\uFEFF${Buffer.from(call("wide")).toString()}`;
    const bytes = Buffer.from(text, "utf16le");
    const { report, frames } = await inspectGiven([given(new Uint8Array(encoding === "utf-16be" ? bytes.swap16() : bytes))]);
    expect(report.sources[0]?.notes).toEqual([expect.stringContaining("UTF-16")]);
    expect(Buffer.from(frames[0]?.bytes ?? []).toString()).toBe(Buffer.from(call("wide")).toString());
  });
});
