import type { RibbonLayout } from "./ribbon-layout";

const FILLS = {
  assistant: "fill-role-assistant",
  user: "fill-role-user",
  system: "fill-role-system",
  tool: "fill-none stroke-role-tool",
} as const;

/** The blocks of a ribbon as SVG rectangles: assistant above, user below, system through both, tool hollow in the middle. */
export function RibbonBlocks({ layout, height }: { readonly layout: RibbonLayout; readonly height: number }) {
  const gap = layout.isMerged ? "0px" : "1px";
  const lane = Math.floor(height * 0.44);
  const lanes = {
    assistant: { y: 0, height: lane },
    user: { y: height - lane, height: lane },
    system: { y: 0, height },
    tool: { y: height / 2 - 2.5, height: 5 },
  } as const;
  return layout.blocks.map((block) => {
    const hollow = block.role === "tool";
    return (
      <rect
        key={block.start}
        x={percent(block.start)}
        y={lanes[block.role].y + (hollow ? 0.5 : 0)}
        height={lanes[block.role].height - (hollow ? 1 : 0)}
        rx={layout.isMerged ? 0 : 1}
        className={FILLS[block.role]}
        // One pixel stays free between neighbours, and no turn gets thinner than that.
        style={{ width: `max(1px, calc(${percent(block.size)} - ${gap}))` }}
      />
    );
  });
}

/** A part of the whole as CSS takes it, with few enough digits that server and browser print the same. */
export function percent(part: number): string {
  return `${Math.round(part * 1e5) / 1e3}%`;
}
