"use client";

import { FilePlus2 } from "lucide-react";
import { MAX_RECORDS, MAX_SOURCE_BYTES } from "@/lib/core/records/limits";
import { formatCount } from "@/lib/core/format/count";
import { useModKey } from "@/components/shell/use-mod-key";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { DropZone } from "./drop-zone";
import { JsonBox } from "./json-box";

export interface DoorPanelProps {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onBlank: () => void;
  readonly isBusy: boolean;
  /** Says what the button does: take in, or inspect. */
  readonly takesIn: boolean;
}

/** The ways in: paste or type, files, a folder, a blank call. */
export function DoorPanel({ typed, onType, onText, onFiles, onBlank, isBusy, takesIn }: DoorPanelProps) {
  const mod = useModKey();
  const submit = () => {
    if (!isBusy) onText(typed);
  };
  return (
    <section aria-label="Bring in" className="flex flex-col rounded-panel border border-line bg-surface p-3">
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)_16.5rem] gap-3 max-lg:grid-cols-1">
        <JsonBox value={typed} onChange={onType} onSubmit={submit} onPaste={onText} onPasteFiles={onFiles} hints={<Hints mod={mod} />} className="h-68 max-md:h-52" />
        <DropZone onFiles={onFiles} isDisabled={isBusy} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 px-1">
        {typed === "" ? (
          <>
            <Button variant="quiet" isDisabled={isBusy} onPress={onBlank} icon={<FilePlus2 aria-hidden className="size-3.5" strokeWidth={2.2} />}>
              Start blank
            </Button>
            <span className="text-small text-ink-2 max-md:hidden">and type a call turn by turn</span>
          </>
        ) : (
          <>
            <Button variant="outlined" onPress={submit} isPending={isBusy}>
              {takesIn ? "Take in" : "Inspect"}
            </Button>
            <span className="text-small text-ink-2 max-md:hidden">
              <Kbd>{mod} Enter</Kbd>
            </span>
          </>
        )}
        <span className="ml-auto text-small text-ink-3">
          Up to {formatCount(MAX_RECORDS)} calls, {formatCount(MAX_SOURCE_BYTES / 1024 ** 3)} GB a file
        </span>
      </div>
    </section>
  );
}

const HINTS = [
  ["Shapes", "Zelto, Vapi, Retell, LiveKit, ElevenLabs, Bland, chat messages, transcripts, tables, WhatsApp; others by pointing"],
  ["Wrapped as", "Arrays, JSON Lines, API answers, cURL, zip and gzip, whole folders"],
  ["Broken", "A repair is proposed, never made unseen"],
] as const;

function Hints({ mod }: { readonly mod: string }) {
  return (
    <div className="flex h-full flex-col justify-between px-3 pb-3 text-small">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5 pt-2">
        {HINTS.map(([term, words]) => (
          <div key={term} className="contents">
            <dt className="text-ink-3">{term}</dt>
            <dd className="text-ink-2">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="flex items-center gap-2 text-ink-2 max-md:hidden">
        <Kbd>{mod} V</Kbd> works anywhere on this page
      </p>
    </div>
  );
}
