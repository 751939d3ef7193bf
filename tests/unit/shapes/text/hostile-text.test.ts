import { describe, expect, it } from "vitest";
import { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { TEXT_SHAPES } from "@/lib/core/shapes/text/text-shapes";
import { splitTextRecords } from "@/lib/core/shapes/text/text-splitters";

const LONG = 100_000;
const many = (text: string): string => text.repeat(Math.ceil(LONG / text.length));

/** Texts that make careless patterns search the same stretch again and again. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["blanks inside a message", `[13/03/2026, 10:02:15] Ann: a${many(" ")}b\n[13/03/2026, 10:02:16] Ben: c`],
  ["blanks after a timing", `1\n00:00:01,000 --> 00:00:02,000\nhi\n\n00:00:03,000 --> 00:00:04,000${many(" ")}\nho`],
  ["tags that never close", `WEBVTT\n\n00:01.000 --> 00:02.000\n${many("<c ")}\n\n00:03.000 --> 00:04.000\n${many("<v.")}`],
  ["codes that never close", `1\n00:00:01,000 --> 00:00:02,000\n${many("{\\")}`],
  ["line ends in a cell", `id,transcript\n1,"${many("\n")}x"\n`],
  ["a date and much after it", `role,text,started_at\nagent,hi,2026-03-02 10:00:00${many(" ")}x\n`],
  ["quotes", `role,text\n${many('"')}\n`],
  ["colons", many("a:")],
  ["stars and brackets", many("**[")],
  ["labels on one line", many("user: a assistant: b ")],
  ["labels on every line", many("Agent: a\nUser: b\n")],
  ["label after label", many("Agent (10:02 AM): ")],
  ["blank lines", `Agent: a\n${many("\n")}User: b`],
  ["delimiters", `${many(",")}\n${many(",")}`],
  ["empty quoted cells", `role,text\n${many('"",')}`],
];

describe("a text made to be slow", () => {
  it.each(HOSTILE)("is read to its end: %s", (_name, text) => {
    splitTextRecords(text, {});
    for (const format of TEXT_SHAPES) {
      // A pattern that went back again and again would outlast the test's time.
      expect(format.likeness(text)).toBeLessThanOrEqual(1);
      const root = format.read(text);
      if (root) format.convert(root, new ConversionContext({}));
    }
  }, 30_000);
});
