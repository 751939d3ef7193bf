import { CircleDashed, Pencil } from "lucide-react";
import { memo } from "react";
import type { GridRow } from "@/lib/contracts/grid";
import { formatCount } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import { agentOf, rowWords } from "@/lib/intake/row-words";
import { FateChip } from "@/components/marks/fate-chip";
import { LEVEL_WORDS, LevelGlyph } from "@/components/marks/level-mark";
import { AppLink } from "@/components/ui/navigation";
import { TimeText } from "@/components/ui/time-text";
import type { ColumnId } from "./grid-columns";
import { GridRibbon } from "./grid-ribbon";

const LEVELS = ["blocks", "loses", "odd"] as const;

/** What a call is called where it has no id of its own. */
export function nameOf({ externalId }: Pick<GridRow, "externalId">): string {
  return externalId ?? "no id";
}

/** The content of one cell, of all columns but the tick box and the action. */
export const GridCell = memo(function GridCell({ row, column }: { readonly row: GridRow; readonly column: ColumnId }) {
  switch (column) {
    case "fate":
      return <FateCell row={row} />;
    case "call":
      return <CallCell row={row} />;
    case "words":
      return <WordsCell row={row} />;
    case "shape":
      return <span className="truncate">{SHAPE_NAMES[row.sourceShape].name}</span>;
    case "agent":
      return <AgentCell row={row} />;
    case "ribbon":
      return <GridRibbon segments={row.ribbon} />;
    case "turns":
      return row.turnCount === 0 ? null : formatCount(row.turnCount);
    case "length":
      return row.durationSeconds === null ? null : formatDuration(row.durationSeconds);
    case "problems":
      return <ProblemsCell row={row} />;
    case "bucket":
      return <span className="truncate">{row.plannedBucket?.name}</span>;
    case "news":
      return <TimeText at={row.lastNewsAt} />;
    case "select":
    case "act":
      return null;
  }
});

function FateCell({ row }: { readonly row: GridRow }) {
  if (row.excluded) {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium text-ink-3">
        <CircleDashed aria-hidden className="size-3.5" strokeWidth={1.8} />
        Excluded
      </span>
    );
  }
  return (
    <>
      <FateChip fate={row.fate} />
      {row.editedSince ? (
        <span title="Edited since" className="ml-1.5 text-ink-2">
          <Pencil aria-hidden className="size-3" strokeWidth={2.2} />
          <span className="sr-only">Edited since</span>
        </span>
      ) : null}
    </>
  );
}

/** The id leads to the call; on a narrow window the whole card does. */
function CallCell({ row }: { readonly row: GridRow }) {
  return (
    <>
      <AppLink
        href={`/calls/${row.id}`}
        tabIndex={-1}
        className="text-code min-w-0 truncate rounded-mark text-ink no-underline hover:underline max-md:after:absolute max-md:after:inset-0"
        {...(row.externalId === null ? {} : { title: row.externalId })}
      >
        {nameOf(row)}
      </AppLink>
      <button
        type="button"
        tabIndex={-1}
        data-do="edit"
        aria-label={`Edit ${nameOf(row)}`}
        title="Edit (F2)"
        className="ml-auto hidden size-6 shrink-0 touch:-my-3 touch:size-11 items-center justify-center rounded-small text-ink-3 group-focus-within/row:flex group-hover/row:flex hover:bg-sunken hover:text-ink focus:flex pointer-coarse:flex max-md:relative max-md:z-1"
      >
        <Pencil aria-hidden className="size-3.25" strokeWidth={2.2} />
      </button>
    </>
  );
}

/** Why a call waits, of a draft what Zelto would make of it, else its first words. */
function WordsCell({ row }: { readonly row: GridRow }) {
  const { happened, next, level } = rowWords(row);
  const twin = row.sameIdInBatch;
  if (row.excluded) return <span className="truncate text-ink-3">{happened}</span>;
  if (level !== null) {
    return (
      <span className="flex min-w-0 items-center gap-1.5 text-ink">
        <LevelGlyph level={level} />
        <span className="truncate">{next}</span>
      </span>
    );
  }
  if (row.fate === "draft" && twin !== null) {
    return (
      <span className="flex min-w-0 items-center gap-1.5 text-ink">
        <LevelGlyph level="odd" />
        <span className="truncate">Same id as {twin.others === 1 ? "another call" : `${formatCount(twin.others)} other calls`} of this batch</span>
      </span>
    );
  }
  return (
    <span dir="auto" className={row.reason === null ? "min-w-0 flex-1 truncate" : "min-w-0 flex-1 truncate text-ink"}>
      {happened}
      {row.reason === null ? null : <span className="ml-2 text-ink-3">{next}</span>}
    </span>
  );
}

function AgentCell({ row }: { readonly row: GridRow }) {
  const agent = agentOf(row);
  if (agent === null) return <span className="text-ink-3">none</span>;
  return <span className="text-code truncate">{agent}</span>;
}

/** A mark and a count for each level that occurs. */
function ProblemsCell({ row }: { readonly row: GridRow }) {
  const found = LEVELS.filter((level) => row.problems[level] > 0);
  if (found.length === 0) return <span className="sr-only">none</span>;
  return (
    <span className="inline-flex items-center gap-2">
      {found.map((level) => (
        <span key={level} title={LEVEL_WORDS[level]} className="inline-flex items-center gap-1">
          <LevelGlyph level={level} size={12} />
          {row.problems[level]}
          <span className="sr-only">{LEVEL_WORDS[level]}</span>
        </span>
      ))}
    </span>
  );
}
