"use client";

import { useMemo, useState } from "react";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import { receiptOfCanonical } from "@/lib/core/shapes/receipt-of-canonical";
import type { Receipt, ReceiptEntry, ShapeId } from "@/lib/core/shapes/shape";
import { parseJson } from "@/lib/core/text/scan-json";
import { Button } from "@/components/ui/button";
import { useEditor } from "../editor-context";

const FIRST_SHOWN = 300;
const ORDER = { dropped: 0, changed: 1, carried: 2 } as const;
const WORDS = { dropped: "Dropped", changed: "Changed", carried: "Carried" } as const;

/** What became of every leaf of the source. Made when the tab opens: for a big call it takes a moment. */
export function ReceiptTab() {
  const { detail, isNative } = useEditor();
  const receipt = useMemo(() => receiptOf(detail.sourceText, detail.row.shape), [detail.sourceText, detail.row.shape]);
  const notes = detail.source.notes;
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-body text-ink-2">
        {isNative
          ? "Sent as it was taken in: the same bytes. Below is what converting it to the canonical shape would do."
          : detail.row.shape === "canonical" || detail.row.shape === "unknown"
            ? "Taken in as it stood: nothing was changed. Later edits are in the timeline and can be undone."
            : "What converting the native body to the canonical shape did."}
      </p>
      {notes.length === 0 ? null : (
        <ul aria-label="Notes on the source" className="list-disc pl-4 text-small text-ink-2">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {receipt === null ? <p className="text-body text-ink-2">The source is not JSON, so there is no receipt.</p> : <ReceiptList receipt={receipt} />}
    </div>
  );
}

function receiptOf(sourceText: string, shape: ShapeId): Receipt | null {
  const parsed = parseJson(sourceText);
  if (!parsed.ok) return null;
  if (shape === "canonical" || shape === "unknown") return receiptOfCanonical(parsed.value.root);
  const converted = convertToCanonical(parsed.value.root, shape);
  return converted.ok ? converted.value.receipt : null;
}

function ReceiptList({ receipt }: { readonly receipt: Receipt }) {
  const [all, setAll] = useState(false);
  const entries = useMemo(() => [...receipt.entries].sort((left, right) => ORDER[left.kind] - ORDER[right.kind]), [receipt]);
  const shown = all ? entries : entries.slice(0, FIRST_SHOWN);
  return (
    <>
      <p className="text-body text-ink tabular-nums">
        <strong className="font-semibold">{formatCount(receipt.carried)}</strong> carried, <strong className="font-semibold">{formatCount(receipt.changed)}</strong> changed,{" "}
        <strong className="font-semibold">{formatCount(receipt.dropped)}</strong> dropped: {formatPlural(receipt.carried + receipt.changed + receipt.dropped, "leaf", "leaves")} in all
      </p>
      <ul aria-label="Receipt" className="divide-y divide-line rounded-panel border border-line">
        {shown.map((entry, index) => (
          <Entry key={`${entry.from} ${index}`} entry={entry} />
        ))}
      </ul>
      {shown.length < entries.length ? (
        <Button size="small" onPress={() => setAll(true)}>
          Show all {formatCount(entries.length)}
        </Button>
      ) : null}
    </>
  );
}

function Entry({ entry }: { readonly entry: ReceiptEntry }) {
  return (
    <li className="flex flex-wrap gap-x-3 px-3 py-1.5 text-small">
      <span className="w-16 shrink-0 font-medium text-ink-2">{WORDS[entry.kind]}</span>
      <span className="min-w-0 flex-1">
        <span className="text-code break-all text-ink">{entry.from === "" ? "the whole body" : entry.from}</span>
        {entry.to === undefined || entry.to === entry.from ? null : (
          <>
            <span className="text-ink-3"> to </span>
            <span className="text-code break-all text-ink">{entry.to}</span>
          </>
        )}
        {entry.reason === undefined ? null : <span className="block break-words text-ink-2">{entry.reason}</span>}
        {entry.before === undefined && entry.after === undefined ? null : (
          <bdi className="block break-words text-ink-3">
            {entry.before ?? ""}
            {entry.after === undefined ? "" : ` → ${entry.after}`}
          </bdi>
        )}
      </span>
    </li>
  );
}
