import type { EditorLayout } from "./use-layout";

/** Panes whose width a person can set; the transcript takes what is left. */
export type SizedPane = "left" | "right";

/** Widths in CSS pixels, by layout; what is missing has its usual width. */
export type PaneSizes = Readonly<Partial<Record<`${EditorLayout}-${SizedPane}`, number>>>;

/** Narrower than the least, nothing in a pane can be read. The transcript keeps at least 320 pixels by the style. */
export const PANE_LIMITS: Readonly<Record<SizedPane, { readonly least: number; readonly most: number }>> = {
  left: { least: 208, most: 560 },
  right: { least: 320, most: 1_600 },
};

/** The nearest width that a pane may have, whole pixels. */
export function clampPane(pane: SizedPane, width: number): number {
  const { least, most } = PANE_LIMITS[pane];
  return Math.round(Math.min(most, Math.max(least, width)));
}

const STEP = 16;
const LEAP = 64;

/**
 * The width that a key on a separator leads to; null for keys that are not its own. An arrow moves the separator its way: the
 * left pane grows to the right, the right pane to the left.
 */
export function widthByKey(pane: SizedPane, width: number, { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): number | null {
  const { least, most } = PANE_LIMITS[pane];
  const towards = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (towards !== 0) return clampPane(pane, width + towards * (pane === "left" ? 1 : -1) * (shiftKey ? LEAP : STEP));
  if (key === "Home") return least;
  return key === "End" ? most : null;
}

/** Reads what was remembered; anything odd counts as nothing. */
export function readPaneSizes(stored: string | null): PaneSizes {
  if (stored === null) return {};
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== "object" || value === null) return {};
    const entries = Object.entries(value).flatMap(([name, width]) => {
      const pane = name.endsWith("-left") ? "left" : name.endsWith("-right") ? "right" : null;
      return pane === null || typeof width !== "number" || !Number.isFinite(width) ? [] : [[name, clampPane(pane, width)] as const];
    });
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
