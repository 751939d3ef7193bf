"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { BulkAct } from "@/lib/contracts/bulk";
import type { GridRow } from "@/lib/contracts/grid";
import { MAX_CUSTOMER_NAME, MAX_CUSTOMER_NUMBER, MAX_VERSION } from "@/lib/core/call-ingest/limits";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { nameOf } from "./grid-cells";
import { readSimpleFields, type SimpleFields } from "./simple-fields";
import type { ColumnId } from "./grid-columns";

export interface RowEditorProps {
  readonly row: GridRow;
  /** The cell from which it was opened: its field gets the focus. */
  readonly from: ColumnId;
  /** The text of the draft, or null while it is on its way. */
  readonly text: string | null;
  readonly onSave: (acts: readonly BulkAct[]) => void;
  readonly onClose: () => void;
}

const NONE: SimpleFields = { version: "", customerNumber: "", customerName: "" };

/** The simple fields of one call, edited in its place in the grid: Enter saves, Escape leaves it as it was. */
export function RowEditor({ row, from, text, onSave, onClose }: RowEditorProps) {
  const stored = { externalId: row.externalId ?? "", agent: row.agentExternalId ?? row.agentId ?? "", ...(text === null ? NONE : readSimpleFields(text)) };
  const [typed, setTyped] = useState<Partial<typeof stored>>({});
  const fields = { ...stored, ...typed };
  const acts = actsOf(stored, fields);
  const box = useRef<HTMLFormElement>(null);
  // Syncs with the page: the strip may open below what is in view.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const save = () => {
    if (fields.externalId.trim() === "" && stored.externalId !== "") return;
    onSave(acts);
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  const field = (member: keyof typeof stored, label: string, options: { readonly maxLength: number; readonly mono?: boolean; readonly autoFocus?: boolean }) => (
    <TextField
      label={label}
      mono={options.mono === true}
      maxLength={options.maxLength}
      autoFocus={options.autoFocus === true}
      isDisabled={text === null && member !== "externalId" && member !== "agent"}
      value={fields[member]}
      onChange={(value) => setTyped((now) => ({ ...now, [member]: value }))}
    />
  );
  return (
    <form
      ref={box}
      aria-label={`Edit ${nameOf(row)}`}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      className="scroll-my-10 border-y-2 border-focus bg-raised px-4 py-2.5 shadow-pop"
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-3 gap-y-2">
        {field("externalId", "Call external ID", { maxLength: 500, mono: true, autoFocus: from !== "agent" })}
        {field("agent", "Agent external ID", { maxLength: 500, mono: true, autoFocus: from === "agent" })}
        {field("version", "Version", { maxLength: MAX_VERSION, mono: true })}
        {field("customerNumber", "Customer number", { maxLength: MAX_CUSTOMER_NUMBER })}
        {field("customerName", "Customer name", { maxLength: MAX_CUSTOMER_NAME })}
        <div className="flex items-end gap-2">
          <Button type="submit" variant="primary" isDisabled={acts.length === 0}>
            Save
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </div>
      <p className="mt-1.5 text-small text-ink-3">Enter saves, Escape leaves it as it was. Each change can be undone.</p>
    </form>
  );
}

interface RowFields extends SimpleFields {
  readonly externalId: string;
  readonly agent: string;
}

/** The changes that were typed; an emptied field takes the value out, but a call keeps its id and its agent. */
function actsOf(stored: RowFields, fields: RowFields): readonly BulkAct[] {
  const changed = (member: keyof RowFields) => fields[member].trim() !== stored[member];
  const orNull = (value: string) => (value.trim() === "" ? null : value.trim());
  return [
    ...(changed("externalId") && fields.externalId.trim() !== "" ? [{ kind: "set-external-id", externalId: fields.externalId.trim() } as const] : []),
    ...(changed("agent") && fields.agent.trim() !== "" ? [{ kind: "set-agent", externalId: fields.agent.trim(), name: null } as const] : []),
    ...(changed("version") ? [{ kind: "set-version", version: orNull(fields.version) } as const] : []),
    ...(changed("customerNumber") ? [{ kind: "set-customer-number", number: orNull(fields.customerNumber) } as const] : []),
    ...(changed("customerName") ? [{ kind: "set-customer-name", name: orNull(fields.customerName) } as const] : []),
  ];
}
