import { describe, expect, it } from "vitest";
import { SUBTITLES } from "@/lib/core/shapes/text/subtitles/subtitles";
import { askedIn, remarksIn, saidIn } from "./said-in";

const cue = (start: string, end: string, ...lines: readonly string[]): string => `${start} --> ${end}\n${lines.join("\n")}\n\n`;

describe("what looks like subtitles", () => {
  it.each(["WEBVTT\n\n00:01.000 --> 00:02.000\nhi", "\uFEFFWEBVTT - title\r\n", "1\n00:00:01,000 --> 00:00:02,000\nhi", "\n\n00:00:01.0 --> 00:00:02.0\nhi"])("%j", (text) => {
    expect(SUBTITLES.likeness(text)).toBeGreaterThan(0.9);
  });

  it.each(["WEBVTTX\nhi", "1\nhi", "a --> b\nhi", "Agent: 00:01 --> 00:02", "", "hello\n1\n00:00:01,000 --> 00:00:02,000\nhi"])("not %j", (text) => {
    expect(SUBTITLES.likeness(text)).toBeLessThan(0.3);
  });
});

describe("subtitles", () => {
  it("are read the same with CR LF, without hours, and with a comma or a point", () => {
    for (const text of ["1\r\n00:00:01,500 --> 00:00:02,000\r\n>> AGENT: a\r\n\r\n2\r\n00:00:03,000 --> 01:00:00,000\r\n>> USER: b\r\n", `WEBVTT\n\n${cue("00:01.500", "00:02.000", "AGENT: a")}${cue("0:00:03.000", "1:00:00.000", "USER: b")}`]) {
      expect(saidIn(text)).toEqual(["assistant|a|1.5|2", "user|b|3|3600"]);
    }
  });

  it("join the cues of one speaker, and leave an end out that is before its start", () => {
    expect(saidIn(cue("00:01.000", "00:02.000", "AGENT: a") + cue("00:03.000", "00:04.000", "b") + cue("00:05.000", "00:04.000", "USER: c"))).toEqual(["assistant|a b|1|4", "user|c|5|-"]);
  });

  it("take two to take turns at dashes, and say so", () => {
    const text = cue("00:01.000", "00:02.000", "- How can I help?", "- It is dark.") + cue("00:03.000", "00:04.000", "Very dark.") + cue("00:05.000", "00:06.000", "- I see.");
    expect(saidIn(text)).toEqual(["assistant|How can I help?|1|-", "user|It is dark. Very dark.|-|4", "assistant|I see.|5|6"]);
    expect(askedIn(text)).toEqual(["speakers:A|B", "agent"]);
    expect(remarksIn(text)[0]).toBe("doubtful: Dashes say that somebody else speaks and not who, so two speakers were taken to take turns.");
  });

  it("without any speaker are asked about, and alternate only where a person says so", () => {
    const text = cue("00:01.000", "00:02.000", "Hi.") + cue("00:03.000", "00:04.000", "Hello.");
    expect(askedIn(text)).toEqual(["single-speaker", "agent"]);
    expect(saidIn(text)).toEqual(["user|Hi.|1|2", "user|Hello.|3|4"]);
    expect(saidIn(text, { "single-speaker": "alternate" })).toEqual(["assistant|Hi.|1|2", "user|Hello.|3|4"]);
    expect(saidIn(text, { "single-speaker": "alternate-user" })).toEqual(["user|Hi.|1|2", "assistant|Hello.|3|4"]);
  });

  it("keep what is said twice after a pause", () => {
    expect(saidIn(cue("00:01.000", "00:02.000", "AGENT: a") + cue("00:02.500", "00:03.000", "USER: Yes.") + cue("00:04.000", "00:05.000", "USER: Yes."))).toEqual(["assistant|a|1|2", "user|Yes. Yes.|2.5|5"]);
  });

  it("keep text that only looks like a tag or a label", () => {
    expect(saidIn(cue("00:01.000", "00:02.000", "AGENT: 3 < 4 and 5 > 2") + cue("00:03.000", "00:04.000", "USER: at 10:30") + cue("00:05.000", "00:06.000", "USER: Note: yes"))).toEqual(["assistant|3 < 4 and 5 > 2|1|2", "user|at 10:30 Note: yes|3|6"]);
  });
});
