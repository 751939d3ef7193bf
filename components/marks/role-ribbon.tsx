import { cx } from "@/components/ui/cx";
import { formatCount } from "@/lib/core/format/count";
import type { RibbonSegment } from "@/lib/core/shapes/shape";
import { RibbonBlocks } from "./ribbon-blocks";
import { layoutRibbon } from "./ribbon-layout";
import { ROLE_WORDS } from "./role-dot";

/** A row is 124 px wide: above 80 turns a turn would be thinner than its gap. */
const ROW_GRAIN = { maxTurns: 80, columns: 124 };
const WIDE_GRAIN = { maxTurns: 400, columns: 600 };

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
  const layout = layoutRibbon(segments, size === "row" ? ROW_GRAIN : WIDE_GRAIN);
  return (
    <svg
      role="img"
      aria-label={describeRibbon(segments)}
      height={height}
      className={cx("block shrink-0 overflow-hidden", size === "row" ? "w-31" : "w-full", className)}
    >
      <RibbonBlocks layout={layout} height={height} />
    </svg>
  );
}

/** "16 turns: 7 assistant, 6 user, 1 system, 2 tool" */
export function describeRibbon(segments: readonly RibbonSegment[]): string {
  const roles = ["assistant", "user", "system", "tool"] as const;
  const parts = roles
    .map((role) => ({ role, count: segments.filter((segment) => segment.role === role).length }))
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${formatCount(count)} ${ROLE_WORDS[role].toLowerCase()}`);
  const turns = segments.length === 1 ? "turn" : "turns";
  return `${formatCount(segments.length)} ${turns}: ${parts.join(", ")}`;
}
