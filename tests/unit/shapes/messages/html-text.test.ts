import { describe, expect, it } from "vitest";
import { htmlText } from "@/lib/core/shapes/messages/html-text";

describe("the text of markup", () => {
  it.each([
    ["no markup at all", "no markup at all"],
    ["3 < 4 and 5 > 2", "3 < 4 and 5 > 2"],
    ["<p>One</p><p>Two</p>", "One\nTwo"],
    ["One<br>Two<br/>Three", "One\nTwo\nThree"],
    ["<ul><li>a</li><li>b</li></ul>", "a\nb"],
    ["<a href=\"https://example.com/x?a=1&amp;b=2\">here</a>", "here (https://example.com/x?a=1&b=2)"],
    ["<a href='https://example.com'>https://example.com</a>", "https://example.com"],
    ["<a href=\"mailto:lee@example.com\">lee@example.com</a>", "lee@example.com"],
    ["<a href=\"javascript:alert(1)\">click</a>", "click"],
    ["<a href=\"https://example.com\"><img src=\"x.png\"></a>", "[image] (https://example.com)"],
    ["<script>steal()</script>Hi<style>p{}</style>", "Hi"],
    ["<!-- hidden <b>note</b> -->Hi", "Hi"],
    ["<!-- never closed Hi", ""],
    ["A&nbsp;B &lt;b&gt; &#8364; &#x20AC; &unknown;", "A B <b> € € &unknown;"],
    ["&amp;lt;", "&lt;"],
    ["<b>unclosed", "unclosed"],
  ])("%s", (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it("ends for markup that is made to be slow", () => {
    for (const piece of ["<a href=\"x\">", "<", "<!--", "<script>", "&", "<a href=\"", " \n "]) expect(htmlText(piece.repeat(200_000)).length).toBeLessThanOrEqual(piece.length * 200_000);
  });
});
