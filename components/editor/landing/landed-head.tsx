"use client";

import { ProofLine } from "@/components/marks/proof-line";
import { formatPlural } from "@/lib/core/format/count";
import { useEditor } from "../editor-context";
import { MissingPanel } from "./missing-panel";
import { UploadActions } from "./upload-actions";

/** After the looks at 2, 5, 10 and 30 seconds most calls have landed; then a person may know more than we do. */
const LOOKS_BEFORE_HELP = 4;

/** Accepted, Landed, Matched over the transcript once the call was sent; what to do where the ladder ends early. */
export function LandedHead() {
  const { latestUpload } = useEditor();
  if (latestUpload === undefined || latestUpload.attempts.length === 0) return null;
  const { acceptedAt, landedAt, matchedAt, readBack, looks, fate } = latestUpload;
  const tries = latestUpload.attempts.length;
  return (
    <div className="flex max-h-[45%] shrink-0 flex-col gap-3 overflow-y-auto border-b border-line bg-surface px-4 py-3">
      {acceptedAt === null ? null : (
        <ProofLine
          accepted={{ at: acceptedAt, note: tries > 1 ? `after ${formatPlural(tries, "attempt")}` : "said yes" }}
          landed={{ at: landedAt, note: landedAt === null ? `${formatPlural(looks, "look")} so far` : "seen in Zelto" }}
          matched={{ at: matchedAt, note: readBack === null ? undefined : readBack.state === "matched" ? `${readBack.turnsEqual} of ${formatPlural(readBack.turnsSent, "turn")}` : readBack.sentence }}
        />
      )}
      {readBack !== null && readBack.differences.length > 0 ? <Differences /> : null}
      {fate === "missing" || (fate === "accepted" && latestUpload.canResolve && looks >= LOOKS_BEFORE_HELP) ? <MissingPanel upload={latestUpload} /> : null}
      <UploadActions upload={latestUpload} />
    </div>
  );
}

function Differences() {
  const { latestUpload, select } = useEditor();
  const differences = latestUpload?.readBack?.differences ?? [];
  return (
    <details className="text-small">
      <summary className="cursor-pointer rounded-mark text-ink">What differs: {formatPlural(differences.length, "place")}</summary>
      <ul className="mt-1 flex flex-col gap-1">
        {differences.map(({ turn, what, sent, seen }) => (
          <li key={`${turn} ${what}`} className="grid grid-cols-[auto_1fr_1fr] gap-3">
            <button type="button" className="rounded-mark text-accent-text hover:underline" onClick={() => select(["transcript", "turns", turn - 1])}>
              Turn {turn} {what}
            </button>
            <span className="break-words text-ink-2">sent: {sent}</span>
            <span className="break-words text-ink-2">seen: {seen}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
