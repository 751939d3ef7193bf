"use client";

import { PanelRightClose } from "lucide-react";
import { formatCount } from "@/lib/core/format/count";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { ProblemsPanel, type ProblemsPanelProps } from "./problems-panel";
import { ReceiptPanel } from "./receipt-panel";
import type { GridState } from "./use-grid-place";
import type { PanelState } from "./use-panel";

export interface SidePanelProps {
  readonly state: GridState;
  readonly batchId: string | null;
  readonly panel: PanelState;
  readonly problems: ProblemsPanelProps;
}

const BESIDE = "flex w-81 shrink-0 flex-col border-l border-line bg-surface max-[1100px]:absolute max-[1100px]:inset-y-0 max-[1100px]:right-0 max-[1100px]:z-20 max-[1100px]:max-w-full max-[1100px]:shadow-pop";

/** What stands beside the grid: problems by cause, and what became of the sources' leaves. */
export function SidePanel({ state, batchId, panel, problems }: SidePanelProps) {
  const { groups } = problems;
  const causes = groups === undefined ? null : groups.groups.length + groups.more;
  return (
    <div className={cx(BESIDE, panel.isByWidth && "max-[1100px]:hidden")}>
      <Tabs className="min-h-0 flex-1">
        <div className="flex h-10.5 shrink-0 items-stretch border-b border-line pr-2 touch:h-12">
          <TabList label="Beside the calls" className="h-auto! min-w-0 flex-1 border-b-0! bg-transparent! px-2.5!">
            <Tab id="problems" label="Problems" extra={causes === null || causes === 0 ? undefined : formatCount(causes)} />
            <Tab id="receipt" label="Receipt" />
          </TabList>
          <span className="flex items-center">
            <IconButton label="Close the panel" size="small" icon={<PanelRightClose aria-hidden className="size-4" strokeWidth={1.8} />} onPress={panel.toggle} />
          </span>
        </div>
        <TabPanel id="problems" className="overflow-y-auto">
          <section aria-label="Problems">
            <ProblemsPanel {...problems} />
          </section>
        </TabPanel>
        <TabPanel id="receipt" className="overflow-y-auto">
          <ReceiptPanel sums={state.facets.receipt} calls={state.data.total} batchId={batchId} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
