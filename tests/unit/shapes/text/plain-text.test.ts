import { describe, expect, it } from "vitest";
import { PLAIN_TEXT } from "@/lib/core/shapes/text/plain/plain-text";
import { readSourceRecord } from "@/lib/core/shapes/source/read-source-record";
import { TEXT_SHAPES } from "@/lib/core/shapes/text/text-shapes";

describe("a text in which nobody is named", () => {
  it.each(["Hello, how can I help you today?\nMy lamp is dark since this morning.", "Guten Tag, wie kann ich Ihnen heute weiterhelfen?\n\nMeine Lampe ist dunkel."])("is read as the last resort: %j", (text) => {
    expect(PLAIN_TEXT.likeness(text)).toBe(0.3);
    expect(readSourceRecord(text).ok).toBe(true);
  });

  it.each([
    ["a few words", "hello there"],
    ["broken JSON", '{"call": {"externalId": "x", "said": "hello there my friend how are you today'],
    ["a broken list", '[{"role": "user", "content": "hello there my friend how are you today"'],
    ["text before JSON", 'event data {"role": "user", "content": "hello there my friend how are you today'],
    ["a Python literal", "{'role': 'user', 'content': 'hello there my friend how are you today', 'ok': True}"],
    ["a page", "<!doctype html><html><body>hello there my friend how are you today</body></html>"],
    ["a log", "2026-03-02 10:00:01 the server has started and listens to everybody\n2026-03-02 10:00:02 the server has stopped"],
    ["a log of levels", "INFO the server has started and listens to everybody\nERROR the server has stopped for no reason"],
    ["a stack trace", "Error: something is wrong with this very line\n    at read (file.ts:1:2)\n    at main (file.ts:3:4)"],
    ["code", "const greeting = hello;\nreturn greeting of the people by the people for the people;"],
    ["numbers", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 a b c d e f g h"],
    ["a command", "curl -X POST https://example.com -d something that is very long and has words"],
    ["nothing", " \n "],
  ])("is not %s", (_name, text) => {
    expect(TEXT_SHAPES.map(({ shape, likeness }) => [shape, likeness(text) >= 0.3])).toEqual(TEXT_SHAPES.map(({ shape }) => [shape, false]));
    expect(readSourceRecord(text).ok).toBe(false);
  });
});
