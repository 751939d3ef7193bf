"use client";

import type { CallRow } from "@/lib/contracts/calls";
import { formatCount } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import { agentOf, canUpload, rowWords } from "@/lib/intake/row-words";
import { PROVIDER_WORDS } from "@/lib/intake/verdict";
import { useUploadSaved } from "@/lib/queries/calls";
import { FateChip } from "@/components/marks/fate-chip";
import { LEVEL_WORDS, LevelGlyph } from "@/components/marks/level-mark";
import { RoleRibbon } from "@/components/marks/role-ribbon";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { TimeText } from "@/components/ui/time-text";

const COLUMNS: readonly DataColumn<CallRow>[] = [
  { id: "fate", header: "Fate", width: "7rem", cell: ({ fate, editedSince }) => <FateChip fate={fate} editedSince={editedSince} /> },
  { id: "call", header: "Call", width: "17rem", isRowHeader: true, cell: (row) => <CallName row={row} /> },
  { id: "agent", header: "Agent", width: "9rem", hideBelow: "xl", cell: (row) => <span className="text-code break-all">{agentOf(row) ?? "none"}</span> },
  { id: "shape", header: "Shape", width: "5rem", hideBelow: "lg", cell: ({ shape, provider }) => (shape === "unknown" ? "unknown" : PROVIDER_WORDS[provider]) },
  {
    id: "words",
    header: "Opens with, or why it waits",
    width: "22%",
    hideBelow: "lg",
    cell: (row) => <Words row={row} />,
  },
  { id: "ribbon", header: "Who speaks", width: "9rem", hideBelow: "xl", cell: ({ ribbon }) => <RoleRibbon segments={ribbon} /> },
  { id: "turns", header: "Turns", width: "4rem", align: "right", hideBelow: "md", cell: ({ turnCount }) => formatCount(turnCount) },
  { id: "length", header: "Length", width: "4.5rem", align: "right", hideBelow: "md", cell: ({ durationSeconds }) => (durationSeconds === null ? "" : formatDuration(durationSeconds)) },
  { id: "problems", header: "Problems", width: "5.5rem", hideBelow: "md", cell: ({ problems }) => <Problems counts={problems} /> },
  { id: "news", header: "Last news", width: "7.5rem", hideBelow: "xl", cell: ({ lastNewsAt }) => <TimeText at={lastNewsAt} /> },
];

export interface BatchTableProps {
  readonly rows: readonly CallRow[];
  /** The bucket that an upload from a row is for. */
  readonly bucketId: string | null;
}

/** The calls of a batch, each with where it stands and a way to send it alone. */
export function BatchTable({ rows, bucketId }: BatchTableProps) {
  const upload = useUploadSaved();
  const action: DataColumn<CallRow> = {
    id: "action",
    header: <span className="sr-only">Upload</span>,
    width: "6rem",
    align: "right",
    cell: (row) =>
      canUpload(row) ? (
        <Button
          size="small"
          className="z-1"
          aria-label={`Upload ${row.externalId ?? "this call"}`}
          isPending={upload.isPending && upload.variables.callId === row.id}
          onPress={() => upload.mutate({ callId: row.id, bucketId })}
        >
          Upload
        </Button>
      ) : null,
  };
  return (
    <>
      {upload.error === null ? null : (
        <p role="alert" className="border-b border-blocks-line bg-blocks-soft px-4 py-2 text-small">
          {upload.error.problem.detail}
        </p>
      )}
      <DataTable label="Calls" columns={[...COLUMNS, action]} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/calls/${id}`} empty={<p className="p-6 text-center text-body text-ink-2">All calls of this batch were deleted.</p>} />
    </>
  );
}

/** The id; on a narrow window also what the columns that are gone would say. */
function CallName({ row }: { readonly row: CallRow }) {
  const { level, next } = rowWords(row);
  return (
    <span className="block max-md:py-2">
      <span className="text-code break-all">{row.externalId ?? "no id"}</span>
      <span className="mt-0.5 flex items-start gap-1.5 text-ink-2 md:hidden">
        {level === null ? null : <LevelGlyph level={level} />}
        {next}
      </span>
    </span>
  );
}

/** Why a call waits, of a draft with problems what Zelto would make of it, else its first words. */
function Words({ row }: { readonly row: CallRow }) {
  const { happened, next, level } = rowWords(row);
  if (level !== null) {
    return (
      <span className="flex items-center gap-1.5 text-ink">
        <LevelGlyph level={level} />
        <span className="line-clamp-1">{next}</span>
      </span>
    );
  }
  return (
    <span dir="auto" className={cx("line-clamp-1", row.reason !== null && "text-ink")}>
      {happened}
    </span>
  );
}

const LEVELS = ["blocks", "loses", "odd"] as const;

/** A mark and a count for each level that occurs. */
function Problems({ counts }: { readonly counts: CallRow["problems"] }) {
  const found = LEVELS.filter((level) => counts[level] > 0);
  if (found.length === 0) return <span className="text-ink-3">none</span>;
  return (
    <span className="inline-flex items-center gap-2.5">
      {found.map((level) => (
        <span key={level} title={LEVEL_WORDS[level]} className="inline-flex items-center gap-1">
          <LevelGlyph level={level} />
          {counts[level]}
          <span className="sr-only">{LEVEL_WORDS[level]}</span>
        </span>
      ))}
    </span>
  );
}
