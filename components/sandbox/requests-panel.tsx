"use client";

import type { SandboxRequest } from "@/lib/contracts/sandbox";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time-text";
import { cx } from "@/components/ui/cx";
import { describeOutcome, describeStatus } from "./request-words";

export interface RequestsPanelProps {
  readonly requests: readonly SandboxRequest[];
  readonly total: number;
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
  readonly onMore: (() => void) | null;
}

/** What arrived, newest first, and what the sandbox made of it. */
export function RequestsPanel({ requests, total, chosen, onChoose, onMore }: RequestsPanelProps) {
  return (
    <Panel title="Requests received" note={String(total)} label="Requests received" flush>
      {requests.length === 0 ? (
        <EmptyState title="Nothing has arrived yet">Upload a call, and the exact request stands here with its answer.</EmptyState>
      ) : (
        <ol aria-label="Requests" className="divide-y divide-line">
          {requests.map((request) => (
            <li key={request.id}>
              <button
                type="button"
                aria-current={request.id === chosen}
                onClick={() => onChoose(request.id)}
                className={cx("focus-inset flex w-full flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2 text-left hover:bg-hover touch:min-h-11", request.id === chosen && "bg-selected hover:bg-selected")}
              >
                <span className="w-12 text-code text-ink-3">{request.method}</span>
                <span className="min-w-0 flex-1 truncate text-code text-ink" title={request.path + request.query}>
                  {request.path}
                </span>
                <span className={cx("w-24 text-right text-small tabular-nums", request.status !== null && request.status >= 400 ? "text-blocks" : "text-ink-2")}>{describeStatus(request.status)}</span>
                <TimeText at={request.at} show="time" className="w-16 text-right text-small text-ink-3" />
                {request.outcome === null ? null : <span className="w-full pl-15 text-small text-ink-2">{describeOutcome(request.outcome)}</span>}
              </button>
            </li>
          ))}
        </ol>
      )}
      {onMore === null ? null : (
        <div className="border-t border-line px-4 py-2">
          <Button size="small" onPress={onMore}>
            Load more
          </Button>
        </div>
      )}
    </Panel>
  );
}
