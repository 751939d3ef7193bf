import type { RibbonSegment } from "@/lib/core/shapes/shape";

type Role = RibbonSegment["role"];

/** A block of the ribbon: where it starts and how wide it is, as parts of the whole width, and the first turn in it. */
export interface RibbonBlock {
  readonly role: Role;
  readonly start: number;
  readonly size: number;
  readonly index: number;
}

export interface RibbonGrain {
  /** Up to this many turns each has a block of its own, with a gap after it. */
  readonly maxTurns: number;
  /** Above it, turns are merged into this many equal columns, about a pixel each, without gaps. */
  readonly columns: number;
}

export interface RibbonLayout {
  readonly blocks: readonly RibbonBlock[];
  readonly isMerged: boolean;
}

/** Places each turn by its weight; merged columns take the role that fills most of them, and neighbours of one role join. */
export function layoutRibbon(segments: readonly RibbonSegment[], grain: RibbonGrain): RibbonLayout {
  const blocks = placeByWeight(segments);
  const isMerged = blocks.length > grain.maxTurns;
  return { blocks: isMerged ? mergeColumns(blocks, grain.columns) : blocks, isMerged };
}

/** The turn under a point, given as a part of the whole width between 0 and 1. */
export function turnAt(segments: readonly RibbonSegment[], part: number): number {
  const blocks = placeByWeight(segments);
  const found = blocks.findLastIndex((block) => block.start <= part);
  return Math.max(0, found);
}

/** Where one turn starts and how wide it is, or null when there is no such turn. */
export function placeOfTurn(segments: readonly RibbonSegment[], index: number): RibbonBlock | null {
  return placeByWeight(segments)[index] ?? null;
}

function placeByWeight(segments: readonly RibbonSegment[]): readonly RibbonBlock[] {
  const total = segments.reduce((sum, segment) => sum + segment.weight, 0);
  // A turn without weight still gets a sliver; where nothing has a weight all turns are equal.
  const floor = total === 0 ? 1 : total / Math.max(200, segments.length * 4);
  const weights = segments.map((segment) => Math.max(segment.weight, floor));
  const sum = weights.reduce((left, right) => left + right, 0);
  let start = 0;
  return segments.map((segment, index) => {
    const size = (weights[index] ?? 0) / sum;
    const block: RibbonBlock = { role: segment.role, start, size, index };
    start += size;
    return block;
  });
}

function mergeColumns(blocks: readonly RibbonBlock[], columns: number): readonly RibbonBlock[] {
  const merged: RibbonBlock[] = [];
  let cursor = 0;
  for (let column = 0; column < columns; column += 1) {
    const from = column / columns;
    const to = (column + 1) / columns;
    const shares = new Map<Role, number>();
    let first = cursor;
    for (let at = cursor; at < blocks.length; at += 1) {
      const block = blocks[at];
      if (block === undefined || block.start >= to) break;
      const end = block.start + block.size;
      if (end <= from) {
        cursor = at + 1;
        first = cursor;
        continue;
      }
      shares.set(block.role, (shares.get(block.role) ?? 0) + Math.min(end, to) - Math.max(block.start, from));
    }
    const role = largest(shares);
    const last = merged.at(-1);
    if (role === null) continue;
    if (last?.role === role) merged[merged.length - 1] = { ...last, size: to - last.start };
    else merged.push({ role, start: from, size: 1 / columns, index: first });
  }
  return merged;
}

function largest(shares: ReadonlyMap<Role, number>): Role | null {
  let best: Role | null = null;
  let most = 0;
  for (const [role, share] of shares) {
    if (share > most) [best, most] = [role, share];
  }
  return best;
}
