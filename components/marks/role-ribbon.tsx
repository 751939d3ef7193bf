import { cx } from "@/components/ui/cx";
import type { RibbonSegment } from "@/lib/core/shapes/shape";
import { RibbonBlocks } from "./ribbon-blocks";
import { layoutRibbon } from "./ribbon-layout";
import { ROLE_WORDS } from "./role-dot";

/** Above this many turns a row's ribbon is drawn in columns of about a pixel. */
const ROW_BLOCKS = 80;
const WIDE_BLOCKS = 400;

export interface RoleRibbonProps {
  readonly segments: readonly RibbonSegment[];
  /** `row` is 124 by 12, `wide` as wide as its parent and 18 high. */
  readonly size?: "row" | "wide";
  readonly className?: string;
}

/** Who speaks, and for how long: a still picture of a transcript. The editor's clickable one is `RibbonMap`. */
export function RoleRibbon({ segments, size = "row", className }: RoleRibbonProps) {
  if (segments.length === 0) return <span className={cx("text-small text-ink-3", className)}>No turns</span>;
  const height = size === "row" ? 12 : 18;
  const blocks = layoutRibbon(segments, size === "row" ? ROW_BLOCKS : WIDE_BLOCKS);
  return (
    <svg
      role="img"
      aria-label={describeRibbon(segments)}
      height={height}
      className={cx("block shrink-0 overflow-hidden", size === "row" ? "w-31" : "w-full", className)}
    >
      <RibbonBlocks blocks={blocks} height={height} />
    </svg>
  );
}

/** "16 turns: 7 assistant, 6 user, 1 system, 2 tool" */
export function describeRibbon(segments: readonly RibbonSegment[]): string {
  const roles = ["assistant", "user", "system", "tool"] as const;
  const parts = roles
    .map((role) => ({ role, count: segments.filter((segment) => segment.role === role).length }))
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${count.toLocaleString("en")} ${ROLE_WORDS[role].toLowerCase()}`);
  const turns = segments.length === 1 ? "turn" : "turns";
  return `${segments.length.toLocaleString("en")} ${turns}: ${parts.join(", ")}`;
}
