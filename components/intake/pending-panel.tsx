"use client";

import { formatCount } from "@/lib/core/format/count";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { FileButton } from "./file-button";
import type { PendingIntake } from "./use-pending";

export interface PendingPanelProps {
  readonly pending: readonly PendingIntake[];
  readonly isBusy: boolean;
  /** With the sources that this browser kept (null), or with the same files chosen again. */
  readonly onResume: (intake: PendingIntake, files: readonly File[] | null) => void;
  readonly onDiscard: (id: string) => void;
}

/** Intakes of which only a part is kept so far: each goes on where it stood, or is discarded. */
export function PendingPanel({ pending, isBusy, onResume, onDiscard }: PendingPanelProps) {
  if (pending.length === 0) return null;
  return (
    <Panel title="Half taken in" note="What was taken in is safe; the rest can follow" label="Half taken in" flush>
      <ul>
        {pending.map((intake) => (
          <li key={intake.id} className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
            <span className="min-w-0 flex-1 basis-60 text-body text-ink">
              <bdi>{intake.name}</bdi>
              <span className="block text-small text-ink-2 tabular-nums">
                {formatCount(intake.stored)} of {formatCount(intake.total)} calls
                {intake.hasSources ? "" : ". This browser no longer has the files: choose the same ones again to go on."}
              </span>
            </span>
            {intake.hasSources ? (
              <Button isDisabled={isBusy} onPress={() => onResume(intake, null)}>
                Go on
              </Button>
            ) : (
              <FileButton label="Choose the same files" isDisabled={isBusy} onFiles={(files) => onResume(intake, files)} />
            )}
            <Button variant="quiet" isDisabled={isBusy} onPress={() => onDiscard(intake.id)}>
              Discard
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
