"use client";

import { ChevronDown, ChevronUp, Pencil, WandSparkles } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/lib/core/format/count";
import type { RepairProposal } from "@/lib/core/repair/propose-repair";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { RepairList } from "./repair-list";
import { RepairOutcome, type RepairOutcomeProps } from "./repair-outcome";
import { RepairPanes, repairPartId } from "./repair-panes";

export interface RepairViewProps {
  readonly given: string;
  readonly proposal: RepairProposal;
  readonly look: RepairOutcomeProps["look"];
  readonly isBusy: boolean;
  readonly onUse: (text: string) => void;
  readonly onFixMyself: () => void;
  readonly onDiscard: () => void;
}

/** A repair as a proposal: before and after side by side, a list of what it does, and the choice. Nothing is repaired unseen. */
export function RepairView({ given, proposal, look, isBusy, onUse, onFixMyself, onDiscard }: RepairViewProps) {
  const [chosen, setChosen] = useState(0);
  const [keepsComplete, setKeepsComplete] = useState(false);
  const keep = proposal.cutOff?.keep ?? null;
  const repaired = keepsComplete && keep !== null ? keep : proposal;
  const isWhole = proposal.failure === null && proposal.cutOff === null;
  const canUse = keepsComplete ? keep !== null : isWhole;
  const last = repaired.repairs.length - 1;
  const choose = (repair: number) => {
    setChosen(repair);
    for (const side of ["before", "after"] as const) document.getElementById(repairPartId(side, repair))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return (
    <>
      {proposal.cutOff === null ? null : (
        <Notice tone="loses" role="note" title="The paste is incomplete.">
          {proposal.cutOff.sentence}
          {keep === null ? null : (
            <Button size="small" className="ml-2" onPress={() => setKeepsComplete(!keepsComplete)}>
              {keepsComplete ? "Show it as given" : keep.sentence}
            </Button>
          )}
        </Notice>
      )}
      {proposal.failure === null ? null : (
        <Notice tone="blocks" role="note" title={`The repair gives up at line ${formatCount(proposal.failure.line)}, column ${formatCount(proposal.failure.column)}.`}>
          {proposal.failure.message} What is listed below can still be mended by hand.
        </Notice>
      )}
      <RepairPanes given={given} repaired={repaired} chosen={chosen} />
      <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
        <RepairList repairs={repaired.repairs} chosen={chosen} onChoose={choose} />
        {canUse ? <RepairOutcome text={repaired.text} look={look} /> : null}
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto flex items-center gap-2 text-small text-ink-2">
          {last < 1 ? null : (
            <>
              <IconButton label="Previous repair" icon={<ChevronUp aria-hidden className="size-3.5" strokeWidth={2.2} />} onPress={() => choose(chosen === 0 ? last : chosen - 1)} />
              <IconButton label="Next repair" icon={<ChevronDown aria-hidden className="size-3.5" strokeWidth={2.2} />} onPress={() => choose(chosen === last ? 0 : chosen + 1)} />
              <span className="tabular-nums">
                {formatCount(chosen + 1)} of {formatCount(last + 1)}
              </span>
            </>
          )}
          The repair is a proposal. What you gave stays as it is until you choose.
        </p>
        <Button variant="quiet" onPress={onDiscard}>
          Discard
        </Button>
        <Button onPress={onFixMyself} icon={<Pencil aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          Fix it myself
        </Button>
        <Button variant="primary" isDisabled={!canUse} isPending={isBusy} onPress={() => onUse(repaired.text)} icon={<WandSparkles aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          {keepsComplete ? "Use what is complete" : "Use repaired"}
        </Button>
      </footer>
    </>
  );
}
