import { memo } from "react";
import type { RibbonSegment } from "@/lib/core/shapes/shape";
import { describeRibbon } from "@/components/marks/role-ribbon";
import { layoutRibbon, type RibbonLayout } from "@/components/marks/ribbon-layout";

const WIDTH = 124;
const HEIGHT = 12;
/** Above 80 turns a turn would be thinner than its gap. */
const GRAIN = { maxTurns: 80, columns: WIDTH };
const ROLES = ["assistant", "user", "system", "tool"] as const;

type Role = (typeof ROLES)[number];

const LANES: Readonly<Record<Role, { readonly y: number; readonly height: number }>> = {
  assistant: { y: 0, height: 5 },
  user: { y: 7, height: 5 },
  system: { y: 0, height: 12 },
  tool: { y: 4, height: 4 },
};
const FILLS: Readonly<Record<Role, string>> = {
  assistant: "fill-role-assistant",
  user: "fill-role-user",
  system: "fill-role-system",
  tool: "fill-none stroke-role-tool",
};

/** The ribbon of a row as one path a role: forty rows of eighty turns are 160 elements and not 3,200, or scrolling would stutter. */
export const GridRibbon = memo(function GridRibbon({ segments }: { readonly segments: readonly RibbonSegment[] }) {
  if (segments.length === 0) return <span className="text-ink-3">no turns</span>;
  const layout = layoutRibbon(segments, GRAIN);
  return (
    <svg role="img" aria-label={describeRibbon(segments)} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} shapeRendering="crispEdges" className="block shrink-0">
      {ROLES.map((role) => {
        const path = pathOf(layout, role);
        return path === "" ? null : <path key={role} d={path} className={FILLS[role]} />;
      })}
    </svg>
  );
});

/** One pixel stays free between neighbours that are not merged, and no turn gets thinner than a pixel. */
function pathOf({ blocks, isMerged }: RibbonLayout, role: Role): string {
  const { y, height } = LANES[role];
  const inset = role === "tool" ? 0.5 : 0;
  let path = "";
  for (const block of blocks) {
    if (block.role !== role) continue;
    const x = round(block.start * WIDTH) + inset;
    const width = Math.max(1, round(block.size * WIDTH) - (isMerged ? 0 : 1)) - (inset === 0 ? 0 : 0.5);
    path += `M${x} ${y + inset}h${width}v${height}h${-width}z`;
  }
  return path;
}

/** Few digits, so that server and browser print the same. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
