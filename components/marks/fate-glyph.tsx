import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Fate } from "@/lib/core/uploads/fate";

/** Octagon, disc and check are cut by even-odd filling, so that the ground shows through on any row. */
export const OCTAGON_WITH_X =
  "M4.3.8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L.8 9.7V4.3ZM5.1 4.2 4.2 5.1 6.1 7 4.2 8.9l.9.9L7 7.9l1.9 1.9.9-.9L7.9 7l1.9-1.9-.9-.9L7 6.1Z";
const DISC_WITH_CHECK = "M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1ZM3.9 7.3l.95-.95 1.35 1.35 3-3.05.95.95-3.95 4Z";

/** Hollow for a claim, solid for a settled fact. All in a box of 14 by 14. */
const GLYPHS: Readonly<Record<Fate, ReactNode>> = {
  draft: <circle cx="7" cy="7" r="5.6" strokeDasharray="2.1 1.42" />,
  queued: (
    <>
      <circle cx="7" cy="7" r="5.6" />
      <g fill="currentColor" stroke="none">
        <circle cx="4.5" cy="7" r="0.75" />
        <circle cx="7" cy="7" r="0.75" />
        <circle cx="9.5" cy="7" r="0.75" />
      </g>
    </>
  ),
  sending: (
    <>
      <circle cx="7" cy="7" r="5.6" />
      <path d="M7 9.9V4.4M4.8 6.5 7 4.3l2.2 2.2" />
    </>
  ),
  accepted: <circle cx="7" cy="7" r="5.1" strokeWidth="1.9" />,
  landed: <circle cx="7" cy="7" r="5.9" fill="currentColor" stroke="none" />,
  matched: <path d={DISC_WITH_CHECK} fill="currentColor" fillRule="evenodd" stroke="none" />,
  rejected: <path d={OCTAGON_WITH_X} fill="currentColor" fillRule="evenodd" stroke="none" />,
  unknown: (
    <>
      <circle cx="7" cy="7" r="5.6" />
      <path d="M5.5 5.6a1.5 1.5 0 1 1 2.2 1.32C7.2 7.2 7 7.4 7 8" />
      <circle cx="7" cy="9.8" r="0.75" fill="currentColor" stroke="none" />
    </>
  ),
  missing: (
    <>
      <circle cx="7" cy="7" r="5.6" strokeDasharray="5.9 2.9" strokeDashoffset="3" />
      <path d="M7 4.1v3.6" />
      <circle cx="7" cy="9.7" r="0.75" fill="currentColor" stroke="none" />
    </>
  ),
  ignored: (
    <>
      <circle cx="7" cy="7" r="5.6" />
      <path d="m4.9 9.1 4.2-4.2" />
    </>
  ),
  held: (
    <path d="M4.3 8V4.4a.9.9 0 0 1 1.8 0v2.2V2.5a.9.9 0 0 1 1.8 0v4.1V3.2a.9.9 0 0 1 1.8 0V7V4.9a.9.9 0 0 1 1.8 0v4c0 2.5-1.5 4.1-3.8 4.1-1.8 0-2.8-.8-3.7-2.3L2.3 8.3a.9.9 0 0 1 1.5-1L4.3 8" />
  ),
  cancelled: (
    <>
      <circle cx="7" cy="7" r="5.6" />
      <path d="M4.7 7h4.6" />
    </>
  ),
};

const COLOURS: Readonly<Record<Fate, string>> = {
  draft: "text-idle",
  queued: "text-moving",
  sending: "text-moving",
  accepted: "text-accepted",
  landed: "text-landed",
  matched: "text-landed",
  rejected: "text-blocks",
  unknown: "text-loses",
  missing: "text-loses",
  held: "text-loses",
  ignored: "text-idle",
  cancelled: "text-idle",
};

/** The text colour that goes with a fate. */
export function fateColour(fate: Fate): string {
  return COLOURS[fate];
}

/** The shape of a fate, without its word: use it only where the word stands beside it. */
export function FateGlyph({ fate, size = 14, className }: { readonly fate: Fate; readonly size?: number; readonly className?: string }) {
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
      className={cx("shrink-0", COLOURS[fate], className)}
    >
      {GLYPHS[fate]}
    </svg>
  );
}
