"use client";

import type { GridFacets } from "@/lib/contracts/grid";
import type { BatchView } from "@/lib/contracts/intake";
import { FateGlyph } from "@/components/marks/fate-glyph";
import { ProgressPair } from "@/components/ui/progress-pair";

export interface BatchProgressProps {
  readonly sum: BatchView["sum"];
  readonly groups: GridFacets["groups"];
}

/** Accepted, and landed chasing it, once anything was sent. */
export function BatchProgress({ sum, groups }: BatchProgressProps) {
  if (sum.accepted + sum.waiting === 0) return null;
  const gap = [
    ...(groups.checking > 0 ? [`${groups.checking} checking`] : []),
    ...(groups.ignored > 0 ? [`${groups.ignored} ignored`] : []),
  ].join(", ");
  return (
    <div className="bg-surface px-4 pt-3 pb-2">
      <ProgressPair
        label="Progress"
        tone="landing"
        total={sum.takenIn}
        outer={{ count: sum.accepted, word: "accepted", mark: <FateGlyph fate="accepted" />, ...(gap === "" ? {} : { note: gap }) }}
        inner={{ count: groups["in-zelto"], word: "landed", mark: <FateGlyph fate="landed" /> }}
      />
    </div>
  );
}
