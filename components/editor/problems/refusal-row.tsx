"use client";

import { formatPath } from "@/lib/core/text/json-path";
import { LevelMark } from "@/components/marks/level-mark";
import { TimeText } from "@/components/ui/time-text";
import { PlaceRow } from "./place-row";
import type { Refusal } from "./refusals";

export interface RefusalRowProps {
  readonly refusal: Refusal;
  readonly line: number | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** What Zelto itself said of a place; it goes when that place is edited. */
export function RefusalRow({ refusal, line, isChosen, onChoose }: RefusalRowProps) {
  const { path, message, at } = refusal;
  return (
    <PlaceRow path={formatPath(path)} line={line} isChosen={isChosen} onChoose={onChoose}>
      <LevelMark level="blocks" />
      <span className="mt-0.5 block text-body font-medium text-ink">Zelto refused this{at === null ? null : <> on <TimeText at={at} /></>}</span>
      <span className="block text-small break-words text-ink-2">{message}</span>
    </PlaceRow>
  );
}
