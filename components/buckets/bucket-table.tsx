"use client";

import { OctagonX } from "lucide-react";
import type { BucketView } from "@/lib/contracts/buckets";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { FillBar } from "./fill-bar";

const COLUMNS: readonly DataColumn<BucketView>[] = [
  { id: "name", header: "Bucket", isRowHeader: true, cell: ({ name }) => <bdi className="text-body font-medium text-ink">{name}</bdi> },
  {
    id: "added",
    header: "Added, of those chosen",
    width: "11rem",
    cell: ({ added, chosen }) => (
      <span className="flex flex-col gap-1">
        <FillBar added={added} chosen={chosen} />
        <span>
          <strong className="font-medium text-ink">{added.toLocaleString("en-GB")}</strong> of {chosen.toLocaleString("en-GB")}
        </span>
      </span>
    ),
  },
  { id: "waiting", header: "Waiting", align: "right", width: "5rem", hideBelow: "md", cell: ({ waiting }) => waiting },
  {
    id: "refused",
    header: "Refused",
    align: "right",
    width: "5rem",
    hideBelow: "md",
    cell: ({ refused }) =>
      refused === 0 ? (
        0
      ) : (
        <span className="inline-flex items-center gap-1 font-medium text-blocks">
          <OctagonX aria-hidden className="size-3.5" />
          {refused}
        </span>
      ),
  },
];

export interface BucketTableProps {
  readonly buckets: readonly BucketView[];
  readonly chosen: string | null;
}

/** The buckets of one agent and how far each is filled from here. */
export function BucketTable({ buckets, chosen }: BucketTableProps) {
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface">
      <DataTable label="Buckets" columns={COLUMNS} rows={buckets} rowKey={({ id }) => id} rowHref={({ id }) => `/buckets/${encodeURIComponent(id)}`} isSelected={({ id }) => id === chosen} density="two-line" />
    </div>
  );
}
