"use client";

import { PendingPanel } from "./pending-panel";
import { usePending, type PendingIntake } from "./use-pending";

export interface PendingIntakesProps {
  readonly isBusy: boolean;
  /** The intake at hand is being stored: it stands in the list itself, and is nobody's to discard. */
  readonly isHidden: boolean;
  readonly onResume: (intake: PendingIntake, files: readonly File[] | null) => void;
}

/** Intakes that broke off earlier, asked of the server and of this browser. */
export function PendingIntakes({ isBusy, isHidden, onResume }: PendingIntakesProps) {
  const { pending, discard } = usePending();
  return <PendingPanel pending={isHidden ? [] : pending} isBusy={isBusy} onResume={onResume} onDiscard={discard} />;
}
