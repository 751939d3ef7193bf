import { describe, expect, it } from "vitest";
import { layoutRibbon, placeOfTurn, turnAt } from "@/components/marks/ribbon-layout";
import type { RibbonSegment } from "@/lib/core/shapes/shape";

const GRAIN = { maxTurns: 80, columns: 124 };
const threeTurns: readonly RibbonSegment[] = [
  { role: "assistant", weight: 1 },
  { role: "user", weight: 2 },
  { role: "tool", weight: 1 },
];

describe("the role ribbon", () => {
  it("gives each turn a width by its weight", () => {
    expect(layoutRibbon(threeTurns, GRAIN)).toEqual({
      isMerged: false,
      blocks: [
        { role: "assistant", start: 0, size: 0.25, index: 0 },
        { role: "user", start: 0.25, size: 0.5, index: 1 },
        { role: "tool", start: 0.75, size: 0.25, index: 2 },
      ],
    });
  });

  it("makes all turns equal where none has a weight", () => {
    const sizes = layoutRibbon(threeTurns.map((turn) => ({ ...turn, weight: 0 })), GRAIN).blocks.map((block) => block.size);
    expect(sizes).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it("keeps a sliver for a turn without weight", () => {
    const sizes = layoutRibbon([{ role: "user", weight: 0 }, { role: "assistant", weight: 100 }], GRAIN).blocks.map((block) => block.size);
    expect(sizes[0]).toBeCloseTo(0.5 / 100.5, 10);
  });

  it("merges more turns than fit into columns that take the role filling most of them", () => {
    const turns: readonly RibbonSegment[] = [
      { role: "assistant", weight: 3 },
      { role: "user", weight: 1 },
      { role: "user", weight: 3 },
      { role: "assistant", weight: 1 },
    ];
    expect(layoutRibbon(turns, { maxTurns: 3, columns: 2 })).toEqual({
      isMerged: true,
      blocks: [
        { role: "assistant", start: 0, size: 0.5, index: 0 },
        { role: "user", start: 0.5, size: 0.5, index: 2 },
      ],
    });
  });

  it("joins neighbouring columns of one role and covers the whole width at 10,000 turns", () => {
    const turns = Array.from({ length: 10_000 }, (_, index): RibbonSegment => ({ role: index < 5_000 ? "assistant" : "user", weight: 1 }));
    const { blocks } = layoutRibbon(turns, GRAIN);
    expect(blocks).toEqual([
      { role: "assistant", start: 0, size: 0.5, index: 0 },
      { role: "user", start: 0.5, size: 0.5, index: 5_000 },
    ]);
  });

  it("has no blocks without turns", () => {
    expect(layoutRibbon([], GRAIN).blocks).toEqual([]);
  });

  it("finds the turn under a point, the ends included", () => {
    expect([0, 0.2, 0.25, 0.7, 0.75, 1].map((part) => turnAt(threeTurns, part))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("knows the place of a turn, and that there is none outside", () => {
    expect(placeOfTurn(threeTurns, 1)).toEqual({ role: "user", start: 0.25, size: 0.5, index: 1 });
    expect(placeOfTurn(threeTurns, 3)).toBeNull();
  });
});
