import { describe, expect, it } from "vitest";
import { goodPart } from "@/components/editor/json/good-part";
import { viewDraft } from "@/components/editor/draft-view";

const GOOD = '{"a":1,"b":2,"c":3}';
const whole = viewDraft({ text: GOOD, provider: "zelto" }, null);

describe("places in a text that is broken just now", () => {
  it("are those of the text itself while it is whole", () => {
    expect(goodPart(whole).toText(13)).toBe(13);
  });

  it("stay in front of the break and move behind it", () => {
    const broken = viewDraft({ text: '{"a":1,"b":oops,"c":3}', provider: "zelto" }, whole);
    const { toText, toGood } = goodPart(broken);
    expect([toText(GOOD.indexOf('"a"')), toText(GOOD.indexOf('"c"'))]).toEqual([1, '{"a":1,"b":oops,'.length]);
    expect(toGood('{"a":1,"b":oops,'.length)).toBe(GOOD.indexOf('"c"'));
  });

  it("are nowhere where the text is another one", () => {
    const broken = viewDraft({ text: "{", provider: "zelto" }, whole);
    expect(goodPart(broken).toText(7)).toBeNull();
    expect(goodPart(viewDraft({ text: '{"a":1,"b":oops,"c":3}', provider: "zelto" }, whole)).toGood(13)).toBeNull();
  });
});
