"use client";

import { useState } from "react";
import type { ReplacePreview, ReplaceText } from "@/lib/contracts/bulk";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { useReplacePreview, useStartPreview } from "@/lib/queries/bulk";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { selectedCalls } from "../selected-calls";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { actOf, BULK_WORDS, NO_FIELDS } from "./bulk-kind";

interface Previewed {
  readonly previewId: string;
  /** What the preview was for; another text on the screen makes it stale. */
  readonly act: ReplaceText;
}

/** Find and replace in the text of turns: always seen first, with counts, before anything changes. */
export function ReplaceDialog({ state, bulk, count, onClose }: BulkDialogProps) {
  const [fields, setFields] = useState(NO_FIELDS);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const starting = useStartPreview();
  const built = actOf("replace-text", fields);
  const act = built?.kind === "replace-text" ? built : null;
  const isFresh = previewed !== null && act !== null && isSameReplace(previewed.act, act);
  const preview = useReplacePreview(isFresh ? previewed.previewId : null);
  const found = isFresh ? preview.data : undefined;
  const selection = selectedCalls(state.selection, state.filter);
  const look = () => {
    if (act !== null) starting.mutate({ selection, act }, { onSuccess: ({ previewId }) => setPreviewed({ previewId, act }) });
  };
  const replace = () => {
    if (act === null) return;
    bulk.start(selection, act);
    onClose();
  };
  const isReady = found?.done === true && found.places > 0;
  const failure = starting.error ?? preview.error;
  return (
    <Dialog
      title={`${BULK_WORDS["replace-text"].label}: ${formatPlural(count, "call")}`}
      isOpen
      onOpenChange={onClose}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant={isReady ? "outlined" : "primary"} isDisabled={act === null} isPending={starting.isPending || (found !== undefined && !found.done)} onPress={look}>
            Preview
          </Button>
          <Button variant={isReady ? "primary" : "outlined"} isDisabled={!isReady} onPress={replace}>
            {isReady ? `Replace ${formatPlural(found.places, "place")} in ${formatPlural(found.calls, "call")}` : "Replace"}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <p>{BULK_WORDS["replace-text"].does}</p>
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <TextField autoFocus label="Find" value={fields.first} maxLength={500} onChange={(first) => setFields({ ...fields, first })} />
          <TextField label="Replace with" value={fields.second} maxLength={500} onChange={(second) => setFields({ ...fields, second })} />
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <Switch isSelected={fields.matchCase} onChange={(matchCase) => setFields({ ...fields, matchCase })}>
            Match case
          </Switch>
          <Switch isSelected={fields.wholeWord} onChange={(wholeWord) => setFields({ ...fields, wholeWord })}>
            Whole words
          </Switch>
        </div>
        {failure === null ? null : (
          <Notice tone="blocks" role="alert">
            {failure.message}
          </Notice>
        )}
        <p role="status" className="text-body text-ink">
          {found === undefined ? "" : foundWords(found)}
        </p>
        {found === undefined || found.samples.length === 0 ? null : <Samples samples={found.samples} />}
        <p className="text-small text-ink-3">{BULK_WORDS["replace-text"].skips} The whole step can be undone.</p>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function foundWords({ done, scanned, total, calls, places, left }: ReplacePreview): string {
  if (!done) return `Looked at ${formatCount(scanned)} of ${formatCount(total)}, found ${formatPlural(places, "place")} so far.`;
  const kept = left === 0 ? "" : ` ${formatPlural(left, "call")} cannot be changed this way and ${left === 1 ? "stays" : "stay"} as ${left === 1 ? "it is" : "they are"}.`;
  return places === 0 ? `Found nowhere in ${formatPlural(total, "call")}.${kept}` : `Found ${formatPlural(places, "place")} in ${formatPlural(calls, "call")}.${kept}`;
}

/** Some of the places, as they stand and as they would stand. */
function Samples({ samples }: Pick<ReplacePreview, "samples">) {
  return (
    <ul aria-label="Examples" className="max-h-56 divide-y divide-line overflow-y-auto rounded-field border border-line">
      {samples.map(({ callId, externalId, turn, before, match, inserted, behind }, place) => (
        <li key={`${callId} ${turn} ${place}`} className="px-3 py-1.5 text-small">
          <span className="text-code text-ink-3">
            {externalId ?? "no id"}, turn {turn + 1}
          </span>
          <p dir="auto" className="break-words text-ink-2">
            {before}
            <del className="text-ink-3">{match}</del>
            <ins className="bg-selected font-medium text-ink no-underline">{inserted}</ins>
            {behind}
          </p>
        </li>
      ))}
    </ul>
  );
}

function isSameReplace(one: ReplaceText, other: ReplaceText): boolean {
  return one.find === other.find && one.replace === other.replace && one.matchCase === other.matchCase && one.wholeWord === other.wholeWord;
}
