import { describe, expect, it } from "vitest";
import { LABELLED_TEXT } from "@/lib/core/shapes/text/labelled/labelled-text";
import { readLabelLine } from "@/lib/core/shapes/text/labelled/label-line";
import { splitLabelledText } from "@/lib/core/shapes/build/labelled-text";
import { buildText } from "@/lib/core/shapes/build/json-build";
import { saidIn } from "./said-in";

/** What reads as text at all: the bar of readSourceRecord. */
const BAR = 0.3;

describe("what looks like labelled text", () => {
  it.each([
    ["known roles", "Agent: Hi\nCustomer: Hello"],
    ["localised roles", "Kunde: Hallo\nAgente: Hola"],
    ["names that repeat", "Anna: a\nBen: b\nAnna: c\nBen: d"],
    ["two names, one only once, every line labelled", "Anna: a\nBen: b\nAnna: c"],
    ["numbered voices", "speaker 0: a\nspeaker 1: b\nspeaker 0: c\nspeaker 1: d"],
    ["long turns over many lines", `Agent: a\n${"more\n".repeat(6)}Customer: b\n${"more\n".repeat(6)}`],
    ["one line without line ends", "user: Hello? assistant: Hi"],
    ["a wide colon", "Agent：你好\nUser：你好"],
  ])("%s", (_name, text) => {
    expect(LABELLED_TEXT.likeness(text)).toBeGreaterThanOrEqual(BAR);
  });

  it.each([
    ["prose", "We met on Friday.\nNote: it rained.\nThen we left."],
    ["notes and totals that repeat", "Note: one\nTotal: 3\nNote: two\nTotal: 4"],
    ["addresses", "https://example.com\nhttps://example.org\nhttp://example.net\nhttp://example.com"],
    ["times", "10:30 doctor\n11:30 lunch\n10:30 doctor\n11:30 lunch"],
    ["a log with levels", "INFO: started\nERROR: failed\nINFO: again\nERROR: failed"],
    ["a log with times and levels", "2026-03-02 10:00:01 INFO: started\n2026-03-02 10:00:02 ERROR: x\n2026-03-02 10:00:03 INFO: y\n2026-03-02 10:00:04 ERROR: z"],
    ["a system log", "Mar  2 10:00:01 host sshd[123]: a\nMar  2 10:00:02 host cron[7]: b\nMar  2 10:00:03 host sshd[123]: c"],
    ["settings", "name: a\nage: 1\nname: b\nage: 2"],
    ["the head of an e-mail", "From: a@example.com\nTo: b@example.com\nSubject: x\n\nHello,\nSubject: y\nFrom: z"],
    ["one speaker only", "Agent: a\nAgent: b\nAgent: c"],
    ["two labels that each come once among prose", "Anna: hello\nThis is prose.\nBen: bye\nAnd more.\nAnd more."],
    ["nothing", ""],
  ])("not %s", (_name, text) => {
    expect(LABELLED_TEXT.likeness(text)).toBeLessThan(BAR);
  });
});

describe("a label", () => {
  it.each([
    ["Agent: hi", "Agent", null, "hi"],
    ["  - Agent: hi", "Agent", null, "hi"],
    ["**Agent:** hi", "Agent", null, "hi"],
    ["[00:12] Agent: hi", "Agent", "00:12", "hi"],
    ["00:12 Agent: hi", "Agent", "00:12", "hi"],
    ["Agent (10:02 AM): hi", "Agent", "10:02 AM", "hi"],
    ["Agent [1:02:33]: hi", "Agent", "1:02:33", "hi"],
    ["Agent - 00:12: hi", "Agent", "00:12", "hi"],
    ["Agent - 00:12", "Agent", "00:12", ""],
    ["Mary-Ann O'Neil: hi", "Mary-Ann O'Neil", null, "hi"],
    ["+1 555 0100: hi", "+1 555 0100", null, "hi"],
    ["Agent:", "Agent", null, ""],
    ["[2026-03-02 10:02:15] Agent: hi", "Agent", "2026-03-02 10:02:15", "hi"],
  ])("is read from %j", (line, word, time, words) => {
    const label = readLabelLine(line);
    expect({ word: label?.word, time: label?.time?.text ?? null, words: line.slice(label?.textStart) }).toEqual({ word, time, words });
    expect(line.slice(label?.wordStart).startsWith(word)).toBe(true);
  });

  it.each(["https://example.com", "10:30", "10:30 is free", "at 10:30", "I said (and meant it): no", "a.b({c: 1})", "no colon here", ": hi", "x = {y: 1}"])("is not read from %j", (line) => {
    expect(readLabelLine(line)).toBeNull();
  });
});

describe("labelled text", () => {
  it("is read the same whatever ends its lines and with a byte order mark", () => {
    const said = ["assistant|Hi|-|-", "user|Hello|-|-"];
    for (const text of ["Agent: Hi\nUser: Hello", "\uFEFFAgent: Hi\r\nUser: Hello\r\n", "Agent: Hi\rUser: Hello"]) expect(saidIn(text)).toEqual(said);
  });

  it("counts a label once whatever its case, and the other of two sides from one that is known", () => {
    expect(saidIn("Agent: a\nAnna: b\nAGENT: c\nAnna: d")).toEqual(["assistant|a|-|-", "user|b|-|-", "assistant|c|-|-", "user|d|-|-"]);
  });

  it("leaves times out that are written in two ways", () => {
    expect(saidIn("[00:01] Agent: a\n[2026-03-02 10:00:00] User: b")).toEqual(["assistant|a|-|-", "user|b|-|-"]);
  });

  it("takes minutes into the call where a person says so", () => {
    expect(saidIn("[10:02] Agent: a\n[10:03] User: b", { "label-times": "offset" })).toEqual(["assistant|a|602|-", "user|b|603|-"]);
  });
});

describe("a transcript that is one text inside a body", () => {
  const split = (text: string): readonly string[] | undefined => splitLabelledText(buildText(text), ["user", "assistant"])?.map(({ role, content }) => `${role}: ${content}`);

  it("is split on labels anywhere where it has no line ends", () => {
    expect(split("user: Hello? assistant: Hi there. user: Bye")).toEqual(["user: Hello?", "assistant: Hi there.", "user: Bye"]);
  });

  it("is split at line starts only where it has them", () => {
    expect(split("user: I told the\nassistant: the word is user: Bob")).toEqual(["user: I told the", "assistant: the word is user: Bob"]);
  });
});
