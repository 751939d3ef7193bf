"use client";

import Link from "next/link";
import type { AgentView } from "@/lib/contracts/buckets";
import { cx } from "@/components/ui/cx";

export interface AgentListProps {
  readonly agents: readonly AgentView[];
  readonly chosen: string | null;
}

const count = (number: number, one: string, many: string): string => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/** Agents by their external id; a bucket belongs to one of them. */
export function AgentList({ agents, chosen }: AgentListProps) {
  return (
    <nav aria-label="Agents" className="min-h-0 overflow-y-auto border-r border-line bg-surface max-lg:border-r-0 max-lg:border-b">
      <h2 className="flex h-11 items-center gap-2 border-b border-line px-4 text-body font-semibold">
        Agents <span className="font-normal text-ink-3">{agents.length}</span>
      </h2>
      <ul className="max-lg:flex max-lg:overflow-x-auto">
        {agents.map((agent) => (
          <li key={agent.id} className="max-lg:shrink-0">
            <Link
              href={`/buckets?agent=${encodeURIComponent(agent.id)}`}
              aria-current={agent.id === chosen ? "true" : undefined}
              className={cx("focus-inset grid min-h-13 grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line px-4 py-2 text-small text-ink-2 hover:bg-hover", agent.id === chosen && "bg-selected shadow-[inset_2px_0_0_var(--accent-text)] hover:bg-selected")}
            >
              <span className="truncate text-code text-ink">{agent.externalId ?? agent.id}</span>
              <span className="text-right">{count(agent.bucketCount, "bucket", "buckets")}</span>
              <bdi className="truncate">{agent.name}</bdi>
              <span className="text-right">{agent.waitingCount === 0 ? "" : `${agent.waitingCount} waiting`}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="px-4 py-3 text-small text-ink-2 max-lg:hidden">A bucket belongs to one agent. Conversations of another agent are refused.</p>
    </nav>
  );
}
