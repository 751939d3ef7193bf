"use client";

import { useEffect, useState } from "react";
import type { RepairProposal } from "@/lib/core/repair/propose-repair";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import type { RepairOutcomeView } from "./repair-outcome";

/** Ours: a proposal for a longer text would hold the page up for more than a moment. */
const MAX_CHARACTERS = 2_000_000;

/** How a broken text could be made JSON; null while that is being worked out, and where nothing can be done. Its code is loaded only here. */
export function useRepair(text: string | null): RepairProposal | null {
  const [found, setFound] = useState<{ readonly text: string; readonly proposal: RepairProposal | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (text !== null && text.length <= MAX_CHARACTERS) {
      void import("@/lib/core/repair/propose-repair").then(
        ({ proposeRepair }) => {
          if (isCurrent) setFound({ text, proposal: proposeRepair(text) });
        },
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return found?.text === text ? found.proposal : null;
}

/** Reads a repaired text as an intake would, and keeps nothing. */
export async function lookAtRepaired(text: string): Promise<RepairOutcomeView | null> {
  const { inspectIntake } = await import("@/lib/intake/inspect-intake");
  const { report } = await inspectIntake([{ name: "Repaired text", content: text, provider: null }], { answers: {}, now: () => performance.now() });
  const first = report.sources[0]?.records[0];
  return first === undefined ? null : { records: report.recordCount, first, shapeName: SHAPE_NAMES[first.sourceShape].name };
}
