"use client";

import { useState } from "react";
import { formatCount } from "@/lib/core/format/count";
import { COLUMN_FIELDS, readColumnMapping, writeColumnMapping, type ColumnMapping } from "@/lib/core/shapes/text/table/column-mapping";
import type { TableDescription } from "@/lib/core/shapes/text/table/describe-table";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { COLUMN_USES, COLUMN_WORDS, type ColumnUse } from "./column-words";

export interface ColumnMapperProps {
  readonly table: TableDescription;
  /** The answer to the table's question. */
  readonly onAnswer: (value: string) => void;
}

const OPTIONS = COLUMN_USES.map((use) => ({ id: use, label: COLUMN_WORDS[use] }));

/** The first rows of a table with a choice over each column; the choice is remembered for tables with the same columns. */
export function ColumnMapper({ table, onAnswer }: ColumnMapperProps) {
  const [mapping, setMapping] = useState<ColumnMapping>(table.mapping);
  const written = writeColumnMapping(mapping);
  const read = readColumnMapping(written, table.columns);
  return (
    <div className="min-w-0">
      <div tabIndex={0} role="group" aria-label="Columns and first rows" className="focus-inset overflow-x-auto rounded-field border border-line">
        <table aria-label="Columns" className="w-max min-w-full border-separate border-spacing-0 text-left">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col" className="w-44 border-b border-line bg-sunken p-2 align-bottom font-normal">
                  <span className="mb-1 block max-w-44 truncate text-code text-ink-2" title={column}>
                    <bdi>{column}</bdi>
                  </span>
                  <Select label={`Column ${column}`} labelHidden options={OPTIONS} value={currentUse(mapping, column)} onChange={(use) => setMapping(withUse(mapping, column, use))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={table.columns[column]} className="max-w-44 truncate border-b border-line px-2 py-1.5 text-small text-ink" title={cell}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <p role="status" className="mr-auto text-small text-ink-2">
          {read.ok ? `${mapping.transcript === undefined ? "A row is a turn" : "A row is a call"}. ${formatCount(usedColumns(mapping))} of ${formatCount(table.columns.length)} columns are used.` : read.error}
        </p>
        <Button isDisabled={!read.ok} onPress={() => onAnswer(written)}>
          Use these columns
        </Button>
      </div>
    </div>
  );
}

function currentUse(mapping: ColumnMapping, column: string): ColumnUse {
  if (mapping.metadata.includes(column)) return "metadata";
  return COLUMN_FIELDS.find((field) => mapping[field] === column) ?? "out";
}

/** A field has one column: choosing it for another takes it from the first. */
function withUse(mapping: ColumnMapping, column: string, use: ColumnUse): ColumnMapping {
  const kept = COLUMN_FIELDS.flatMap((field): [string, string][] => {
    const current = mapping[field];
    return current === undefined || current === column || field === use ? [] : [[field, current]];
  });
  const metadata = mapping.metadata.filter((name) => name !== column);
  return {
    ...Object.fromEntries(kept),
    ...(use === "metadata" || use === "out" ? {} : { [use]: column }),
    metadata: use === "metadata" ? [...metadata, column] : metadata,
  };
}

function usedColumns(mapping: ColumnMapping): number {
  return COLUMN_FIELDS.filter((field) => mapping[field] !== undefined).length + mapping.metadata.length;
}
