"use client";

import { useMemo, useState } from "react";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { Receipt, ReceiptEntry } from "@/lib/core/shapes/shape";
import { Button } from "@/components/ui/button";
import { useEditor } from "../editor-context";
import { LatePart } from "@/components/ui/late-part";
import { lateCode } from "@/components/ui/late-code";
import { receiptIntroduction } from "./receipt-words";
import type { receiptOfSource as ReceiptOfSource } from "./source-receipt";

const FIRST_SHOWN = 300;
const ORDER = { dropped: 0, changed: 1, carried: 2 } as const;
const WORDS = { dropped: "Dropped", changed: "Changed", carried: "Carried" } as const;

/** Every shape's converter: far more than an editor needs to open. */
const code = lateCode(() => import("./source-receipt"));

/** What became of every leaf of the source. Made when the tab opens: for a big call it takes a moment. */
export function ReceiptTab() {
  return <LatePart code={code}>{({ receiptOfSource }) => <SourceAccount receiptOfSource={receiptOfSource} />}</LatePart>;
}

function SourceAccount({ receiptOfSource }: { readonly receiptOfSource: typeof ReceiptOfSource }) {
  const { detail, draft, judgement, isNative } = useEditor();
  const receipt = useMemo(() => receiptOfSource(detail.sourceText, detail.answers), [receiptOfSource, detail.sourceText, detail.answers]);
  const isUntouched = draft.text === ((receipt.ok ? receipt.value.convertedText : null) ?? detail.sourceText);
  const { notes } = detail.source;
  return (
    <div className="flex flex-col gap-4 p-4">
      {receipt.ok ? (
        <p className="text-body text-ink-2">{receiptIntroduction({ source: receipt.value.shape, draft: judgement.detection.shape, isNative, isUntouched })}</p>
      ) : null}
      {notes.length === 0 ? null : (
        <ul aria-label="Notes on the source" className="list-disc pl-4 text-small text-ink-2">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {receipt.ok ? <ReceiptList receipt={receipt.value.receipt} /> : <p className="text-body text-ink-2">There is no receipt. {receipt.error}</p>}
    </div>
  );
}

function ReceiptList({ receipt }: { readonly receipt: Receipt }) {
  const [withCarried, setWithCarried] = useState(false);
  const altered = useMemo(() => receipt.entries.filter(({ kind }) => kind !== "carried").sort((left, right) => ORDER[left.kind] - ORDER[right.kind]), [receipt]);
  const carried = useMemo(() => receipt.entries.filter(({ kind }) => kind === "carried"), [receipt]);
  return (
    <>
      <p className="text-body text-ink tabular-nums">
        <strong className="font-semibold">{formatCount(receipt.carried)}</strong> carried, <strong className="font-semibold">{formatCount(receipt.changed)}</strong> changed,{" "}
        <strong className="font-semibold">{formatCount(receipt.dropped)}</strong> dropped: {formatPlural(receipt.carried + receipt.changed + receipt.dropped, "leaf", "leaves")} in all
      </p>
      {altered.length === 0 ? <p className="text-small text-ink-3">Nothing is changed and nothing is dropped.</p> : <EntryList label="Changed and dropped" entries={altered} />}
      {carried.length === 0 ? null : (
        <Button size="small" aria-expanded={withCarried} className="self-start" onPress={() => setWithCarried(!withCarried)}>
          {withCarried ? "Fold what was carried" : `Show ${formatPlural(carried.length, "carried leaf", "carried leaves")}`}
        </Button>
      )}
      {withCarried ? <EntryList label="Carried" entries={carried} /> : null}
    </>
  );
}

function EntryList({ label, entries }: { readonly label: string; readonly entries: readonly ReceiptEntry[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FIRST_SHOWN);
  return (
    <>
      <ul aria-label={label} className="divide-y divide-line rounded-panel border border-line">
        {shown.map((entry, index) => (
          <Entry key={`${entry.from} ${index}`} entry={entry} />
        ))}
      </ul>
      {shown.length < entries.length ? (
        <Button size="small" className="self-start" onPress={() => setAll(true)}>
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
