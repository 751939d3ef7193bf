import { cx } from "@/components/ui/cx";
import type { ProblemLevel } from "@/lib/core/problems/problem";
import { OCTAGON_WITH_X } from "./fate-glyph";

/** What each level is called on the screen. */
export const LEVEL_WORDS: Readonly<Record<ProblemLevel, string>> = {
  blocks: "Will be refused",
  loses: "Will be lost",
  odd: "Unusual",
};

const COLOURS: Readonly<Record<ProblemLevel, string>> = { blocks: "text-blocks", loses: "text-loses", odd: "text-odd" };

const SHAPES = {
  blocks: <path d={OCTAGON_WITH_X} fill="currentColor" fillRule="evenodd" stroke="none" />,
  loses: (
    <>
      <path d="M7 1.7 12.9 12H1.1Z" />
      <path d="M7 5.5v3" />
      <circle cx="7" cy="10.2" r="0.7" fill="currentColor" stroke="none" />
    </>
  ),
  odd: (
    <>
      <circle cx="7" cy="7" r="5.6" />
      <path d="M7 6.7v3.1" />
      <circle cx="7" cy="4.4" r="0.75" fill="currentColor" stroke="none" />
    </>
  ),
} as const;

/** The shape of a level alone: only beside its word or a count that is named. */
export function LevelGlyph({ level, size = 14 }: { readonly level: ProblemLevel; readonly size?: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 14 14"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("shrink-0", COLOURS[level])}
    >
      {SHAPES[level]}
    </svg>
  );
}

/** Mark and word of a level. */
export function LevelMark({ level, className }: { readonly level: ProblemLevel; readonly className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-small font-medium whitespace-nowrap", COLOURS[level], className)}>
      <LevelGlyph level={level} />
      <span>{LEVEL_WORDS[level]}</span>
    </span>
  );
}
