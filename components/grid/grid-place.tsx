"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { useProblemGroups } from "@/lib/queries/grid";
import { useGo } from "@/components/ui/navigation";
import { Notice } from "@/components/ui/notice";
import { useBulk } from "./bulk/use-bulk";
import { CallGrid } from "./call-grid";
import { GridToolbar } from "./grid-toolbar";
import { RowEditor } from "./row-editor";
import { SelectionBar } from "./selection-bar";
import { SidePanel } from "./side-panel";
import type { GridState } from "./use-grid-place";
import { usePanel } from "./use-panel";
import { useRowActs } from "./use-row-acts";
import { useRowEditor } from "./use-row-editor";

export interface GridPlaceProps {
  readonly state: GridState;
  /** The batch whose problems are grouped, or null for all calls. */
  readonly batchId: string | null;
  /** Facets stand in a column of the place's own. */
  readonly hasColumn: boolean;
  /** The problems stand open where there is room. */
  readonly opensPanel: boolean;
  /** Bucket of uploads that are pressed in rows. */
  readonly bucketId: string | null;
  /** In place of rows. */
  readonly empty: ReactNode;
}

/** The grid with what belongs to it: filters above, problems beside it, what can be done with a selection under it. */
export function GridPlace({ state, batchId, hasColumn, opensPanel, bucketId, empty }: GridPlaceProps) {
  const panel = usePanel(opensPanel);
  const problems = useProblemGroups(batchId === null ? {} : { batchId });
  const bulk = useBulk();
  const go = useGo();
  const rows = useRowActs(bucketId);
  const editing = useRowEditor(bulk);
  const { data, sort, selection } = state;
  const stepBack = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || isField(event.target)) return;
    event.preventDefault();
    if (event.shiftKey) bulk.redo();
    else bulk.undo();
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col" onKeyDown={stepBack}>
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <GridToolbar state={state} causes={problems.data?.groups ?? []} hasColumn={hasColumn} panel={{ ...panel, count: (problems.data?.groups.length ?? 0) + (problems.data?.more ?? 0) }} />
          {data.error === null ? null : (
            <Notice tone="blocks" role="alert" className="m-3">
              {data.error.message}
            </Notice>
          )}
          {data.total === 0 ? (
            <div className="min-h-0 flex-1 overflow-y-auto bg-surface">{empty}</div>
          ) : (
            <CallGrid
              data={data}
              sort={sort}
              selection={selection}
              onSelect={state.setSelection}
              busy={rows.busy}
              onOpen={({ id }) => go(`/calls/${id}`)}
              onSort={state.sortBy}
              onAct={rows.act}
              onEdit={editing.edit}
              editor={editing.open === null ? null : { index: editing.open.index, content: <RowEditor key={editing.open.row.id} {...editing.open} onSave={editing.save} onClose={editing.close} /> }}
            />
          )}
        </div>
        {panel.isOpen ? (
          <SidePanel
            state={state}
            batchId={batchId}
            panel={panel}
            problems={{
              groups: problems.data,
              failure: problems.error?.message ?? null,
              chosen: state.filter.cause,
              onShow: (cause) => state.change({ cause }),
              onFix: ({ cause }) => bulk.start({ filter: { ...(batchId === null ? {} : { batchId }), cause }, except: [] }, { kind: "fix", cause }),
              isFixing: bulk.isStarting,
            }}
          />
        ) : null}
      </div>
      <SelectionBar state={state} bulk={bulk} />
    </div>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable]");
}
