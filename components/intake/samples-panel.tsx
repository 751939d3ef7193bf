"use client";

import { SAMPLES, type Sample } from "@/lib/core/call-ingest/samples";
import { formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import { PROVIDER_WORDS } from "@/lib/intake/verdict";
import { LevelGlyph } from "@/components/marks/level-mark";
import { RoleRibbon } from "@/components/marks/role-ribbon";
import { samplePreview } from "./sample-previews";

export interface SamplesPanelProps {
  readonly onSample: (sample: Sample) => void;
  readonly isBusy: boolean;
}

/** Calls to look around with. */
export function SamplesPanel({ onSample, isBusy }: SamplesPanelProps) {
  return (
    <section aria-label="Samples">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 px-0.5">
        <h2 className="text-body font-semibold">Samples</h2>
        <p className="text-small text-ink-2">Made-up calls to look around with. Opening one keeps it here; nothing is sent.</p>
      </div>
      <ul className="grid grid-cols-4 gap-px overflow-hidden rounded-panel border border-line bg-line max-xl:grid-cols-2 max-sm:grid-cols-1">
        {SAMPLES.map((sample) => (
          <li key={sample.id} className="flex bg-surface">
            <button
              type="button"
              aria-disabled={isBusy}
              onClick={() => {
                if (!isBusy) onSample(sample);
              }}
              className="focus-inset flex min-h-16.5 w-full flex-col justify-center gap-2 px-4 py-2.5 text-left transition-colors hover:bg-hover"
              title={sample.detail}
            >
              <SampleFace sample={sample} />
            </button>
          </li>
        ))}
        <li className="flex items-center bg-surface px-4 py-2.5 text-small text-ink-2 max-sm:hidden">Their ids begin with “demo-”. Sent twice, they update the same conversation.</li>
      </ul>
    </section>
  );
}

function SampleFace({ sample }: { readonly sample: Sample }) {
  const preview = samplePreview(sample.id);
  return (
    <>
      <span className="flex w-full items-baseline justify-between gap-3">
        <span className="min-w-0 truncate text-body font-medium text-ink">{sample.title}</span>
        <span className="shrink-0 text-small text-ink-2">{preview === null ? "not JSON" : lengthWords(preview)}</span>
      </span>
      <span className="flex w-full items-center justify-between gap-3">
        {preview === null ? <code className="text-code truncate text-ink-2">{"{ 'role': 'user', …"}</code> : <RoleRibbon segments={preview.ribbon} />}
        {preview === null ? (
          <span className="flex shrink-0 items-center gap-1.5 text-small text-blocks">
            <LevelGlyph level="blocks" /> Broken
          </span>
        ) : (
          <span className="shrink-0 text-small text-ink-2">{PROVIDER_WORDS[sample.provider]}</span>
        )}
      </span>
    </>
  );
}

function lengthWords({ turns, seconds }: { readonly turns: number; readonly seconds: number | null }): string {
  return `${formatPlural(turns, "turn")}${seconds === null ? "" : `, ${formatDuration(seconds)}`}`;
}
