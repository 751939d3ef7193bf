"use client";

import { useState } from "react";
import { formatPlural } from "@/lib/core/format/count";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { selectedCalls } from "../selected-calls";
import { BulkForm } from "./bulk-form";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { actOf, BULK_WORDS, NO_FIELDS, type BulkKind } from "./bulk-kind";
import { ReplaceDialog } from "./replace-dialog";
import { UploadDialog } from "./upload-dialog";

/** The window of one act: how many calls, what changes in each, what is left. */
export function BulkDialog(props: BulkDialogProps) {
  if (props.kind === "replace-text") return <ReplaceDialog {...props} />;
  if (props.kind === "upload") return <UploadDialog {...props} />;
  return <ActDialog {...props} />;
}

function ActDialog({ kind, state, bulk, count, onClose }: BulkDialogProps) {
  const [fields, setFields] = useState({ ...NO_FIELDS, ...(kind === "set-customer" ? { second: "number" } : {}) });
  const { label, does, skips } = BULK_WORDS[kind];
  const act = actOf(kind, fields);
  const calls = formatPlural(count, "call");
  const isEnd = kind === "delete";
  const confirm = () => {
    if (act === null) return;
    bulk.start(selectedCalls(state.selection, state.filter), act);
    onClose();
  };
  return (
    <Dialog
      title={`${label}: ${calls}`}
      isOpen
      onOpenChange={onClose}
      role={isEnd ? "alertdialog" : "dialog"}
      footer={
        <>
          <Button onPress={onClose} autoFocus={isEnd}>
            Cancel
          </Button>
          <Button variant={isEnd ? "ink" : "primary"} isDisabled={act === null} onPress={confirm}>
            {confirmWords(kind, calls)}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <p>{does}</p>
        <BulkForm kind={kind} fields={fields} facets={state.facets} onChange={(changes) => setFields({ ...fields, ...changes })} />
        <p className="text-small text-ink-3">
          {skips} {isEnd ? "" : "The whole step can be undone."}
        </p>
      </form>
    </Dialog>
  );
}

function confirmWords(kind: BulkKind, calls: string): string {
  if (kind === "exclude") return `Exclude ${calls}`;
  if (kind === "restore") return `Restore ${calls}`;
  if (kind === "delete") return `Delete ${calls}`;
  return kind === "derive-version" ? `Derive in ${calls}` : `Set in ${calls}`;
}
