"use client";

import { SMALLEST_CALL_TEXT } from "@/lib/core/call-ingest/smallest-call";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";

/** A string with a colon behind it is a key. */
const KEY = /("[^"]*")(?=\s*:)/;

/** What a call needs at least, to be copied. */
export function SmallestCallPanel() {
  return (
    <Panel title="The smallest call that lands" actions={<CopyButton label="Copy" text={SMALLEST_CALL_TEXT} />} className="flex flex-col">
      <pre tabIndex={0} aria-label="The smallest call" className="text-code overflow-x-auto rounded-mark whitespace-pre-wrap">
        {SMALLEST_CALL_TEXT.split(KEY).map((piece, place) => (
          <span key={place} className={place % 2 === 1 ? "text-code-key" : "text-ink"}>
            {piece}
          </span>
        ))}
      </pre>
      <p className="mt-4 text-small text-ink-2">
        An agent, an id of your own, and a transcript <strong className="font-semibold text-ink">or</strong> a recording. All else is optional.
      </p>
    </Panel>
  );
}
