"use client";

import type { ReactNode } from "react";
import type { CallRow } from "@/lib/contracts/calls";
import { formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import { agentOf, rowWords } from "@/lib/intake/row-words";
import { FateChip } from "@/components/marks/fate-chip";
import { LevelGlyph } from "@/components/marks/level-mark";
import { RoleRibbon } from "@/components/marks/role-ribbon";
import { AppLink } from "@/components/ui/navigation";
import { TimeText } from "@/components/ui/time-text";
import { RowAction } from "./row-action";

const HEAD = "sticky top-0 z-10 h-7.5 border-b border-line bg-sunken px-2 text-left text-small font-normal whitespace-nowrap text-ink-3 first:pl-4 last:pr-4";
const CELL = "h-13 border-b border-line px-2 py-1 text-small font-normal text-ink-2 first:pl-4 last:pr-4 max-md:h-auto max-md:border-b-0 max-md:px-4 max-md:py-0";

/**
 * Calls in rows of two lines. On a narrow window a row is a card; the roles are written out because a table that is laid out
 * as a grid loses them.
 */
export function CallTable({ rows }: { readonly rows: readonly CallRow[] }) {
  return (
    <table role="table" aria-label="Calls" className="w-full table-fixed border-separate border-spacing-0 max-md:block">
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          <Head className="w-32">Fate</Head>
          <Head className="w-[22%]">Call, agent</Head>
          <Head>What happened, what to do next</Head>
          <Head className="w-37 max-xl:hidden">Who speaks, length</Head>
          <Head className="w-38 max-xl:hidden">Last news</Head>
          <Head className="w-26 max-lg:hidden">
            <span className="sr-only">What can be done here</span>
          </Head>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <CallLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ className = "", children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <th role="columnheader" scope="col" className={`${HEAD} ${className}`}>
      {children}
    </th>
  );
}

function CallLine({ row }: { readonly row: CallRow }) {
  const words = rowWords(row);
  return (
    <tr role="row" className="relative transition-colors hover:bg-hover max-md:flex max-md:flex-col max-md:gap-1 max-md:border-b max-md:border-line max-md:py-2.5">
      <td role="cell" className={CELL}>
        <FateChip fate={row.fate} editedSince={row.editedSince} className="flex-col items-start gap-0! md:whitespace-normal" />
      </td>
      <th role="rowheader" scope="row" className={`${CELL} text-left`}>
        <AppLink href={`/calls/${row.id}`} className="focus-inset block truncate text-code text-ink no-underline after:absolute after:inset-0">
          {row.externalId ?? "no id"}
        </AppLink>
        <span className="text-code block truncate text-ink-3">{agentOf(row) ?? "no agent"}</span>
      </th>
      <td role="cell" className={CELL}>
        <span className="block truncate text-ink" dir="auto">
          {words.happened}
        </span>
        <span className="flex items-center gap-1.5 text-ink-2">
          {words.level === null ? null : <LevelGlyph level={words.level} />}
          <span className="truncate">{words.next}</span>
        </span>
      </td>
      <td role="cell" className={`${CELL} max-xl:hidden`}>
        <RoleRibbon segments={row.ribbon} className="mb-1" />
        {row.turnCount === 0 ? null : (
          <span className="block text-ink-3">
            {formatPlural(row.turnCount, "turn")}, {row.durationSeconds === null ? "no times" : formatDuration(row.durationSeconds)}
          </span>
        )}
      </td>
      <td role="cell" className={`${CELL} max-xl:hidden`}>
        <TimeText at={row.lastNewsAt} />
        <span className="block truncate text-ink-3">{row.batchName}</span>
      </td>
      <td role="cell" className={`${CELL} text-right max-lg:hidden`}>
        <RowAction row={row} />
      </td>
    </tr>
  );
}
