"use client";

import { Plus, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { formatCount } from "@/lib/core/format/count";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TextEdit } from "@/lib/core/text/text-edit";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { useEditor } from "../editor-context";
import { MAX_ROWS, addEdits, keyEdits, readMetadata, removeEdits, valueEdits, type MetadataRow } from "./metadata-rows";

/** Free-form facts as rows of key and value. */
export function MetadataGroup() {
  const { draft, store, isReadOnly } = useEditor();
  const { goodText, root } = draft;
  const rows = useMemo(() => readMetadata(goodText, root), [goodText, root]);
  const run = (label: string, make: (text: string, tree: JsonNode) => readonly TextEdit[]): void => {
    const now = store.snapshot();
    if (!isReadOnly && now.root !== null && now.syntax === null) store.commit({ label, edits: make(now.goodText, now.root) });
  };
  return (
    <div role="group" aria-label="Metadata" className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 className="flex-1 text-body text-ink-2">Metadata</h3>
        {isReadOnly || rows === null ? null : (
          <Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => run("Add metadata", addEdits)}>
            Add a row
          </Button>
        )}
      </div>
      {rows === null ? <p className="text-small text-ink-2">The metadata is not an object; mend it in the JSON tab.</p> : null}
      {rows?.slice(0, MAX_ROWS).map((row, index) => (
        <Row
          key={`${row.key} ${index}`}
          row={row}
          isReadOnly={isReadOnly}
          onKey={(typed) => run(`Rename ${row.key}`, (text, tree) => keyEdits(text, tree, row, typed))}
          onValue={(typed) => run(`Metadata ${row.key}`, (text, tree) => valueEdits(text, tree, row, typed))}
          onRemove={() => run(`Remove ${row.key}`, (text, tree) => removeEdits(text, tree, row.key))}
        />
      ))}
      {rows !== null && rows.length > MAX_ROWS ? <p className="text-small text-ink-3">{formatCount(rows.length - MAX_ROWS)} more in the JSON tab</p> : null}
    </div>
  );
}

interface RowProps {
  readonly row: MetadataRow;
  readonly isReadOnly: boolean;
  readonly onKey: (typed: string) => void;
  readonly onValue: (typed: string) => void;
  readonly onRemove: () => void;
}

/** Typed text becomes an edit when the field is left; until then the row shows what is typed. */
function Row({ row, isReadOnly, onKey, onValue, onRemove }: RowProps) {
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<string | null>(null);
  const leave = (typed: string | null, tell: (typed: string) => void, clear: (typed: null) => void) => () => {
    if (typed !== null) tell(typed);
    clear(null);
  };
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-center gap-2">
      <TextField label={`Key ${row.key}`} labelHidden mono isReadOnly={isReadOnly} value={name ?? row.key} onChange={setName} onBlur={leave(name, onKey, setName)} />
      <TextField label={`Value of ${row.key}`} labelHidden mono isReadOnly={isReadOnly} value={value ?? row.value} onChange={setValue} onBlur={leave(value, onValue, setValue)} />
      {isReadOnly ? null : <IconButton size="small" label={`Remove ${row.key}`} icon={<Trash2 aria-hidden className="size-3.5" />} onPress={onRemove} />}
    </div>
  );
}
