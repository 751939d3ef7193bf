import { describe, expect, it } from "vitest";
import { clampPane, readPaneSizes, widthByKey } from "@/components/editor/pane-sizes";

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe("widths of the editor's panes", () => {
  it("follow the arrow: the left pane grows to the right, the right pane to the left", () => {
    expect(widthByKey("left", 272, key("ArrowRight"))).toBe(288);
    expect(widthByKey("right", 480, key("ArrowRight"))).toBe(464);
    expect(widthByKey("right", 480, key("ArrowLeft", true))).toBe(544);
  });

  it("end at what can be read, and leave other keys alone", () => {
    expect([widthByKey("left", 300, key("Home")), widthByKey("left", 300, key("End"))]).toEqual([208, 560]);
    expect([clampPane("right", 10), clampPane("left", 10_000), clampPane("left", 300.4)]).toEqual([320, 560, 300]);
    expect([widthByKey("left", 300, key("ArrowDown")), widthByKey("left", 300, key("a"))]).toEqual([null, null]);
  });

  it("are read again from what was kept; what is odd there counts as nothing", () => {
    expect(readPaneSizes('{"wide-left":300,"wide-right":99999,"other":5,"full-left":"x"}')).toEqual({ "wide-left": 300, "wide-right": 1_600 });
    expect([readPaneSizes(null), readPaneSizes("{"), readPaneSizes("[]"), readPaneSizes("null")]).toEqual([{}, {}, {}, {}]);
  });
});
