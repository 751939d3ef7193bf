"use client";

import { formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import type { ExampleRow } from "@/lib/core/shapes/generic/mapper-candidates";
import type { TemplatePreview } from "@/lib/core/shapes/generic/preview-template";

export interface TeachPreviewProps {
  /** Null while who speaks or what is said is not pointed out. */
  readonly preview: TemplatePreview | null;
  readonly rows: readonly ExampleRow[];
}

const SHOWN = 6;

/** What the record becomes under what was pointed out so far: the same code that will make the call. */
export function TeachPreview({ preview, rows }: TeachPreviewProps) {
  return (
    <section aria-label="What it becomes" className="rounded-field border border-line bg-sunken px-4 py-3">
      <p role="status" className="text-small text-ink-2">
        {preview === null ? "Point out who speaks and what is said." : `${formatPlural(preview.count, "turn")}${preview.externalId === null ? "" : `, id ${preview.externalId}`}`}
      </p>
      <ol className="mt-2 flex flex-col gap-1.5">
        {preview === null
          ? rows.map(({ speaker, text, time }, place) => <Line key={place} who={speaker ?? "—"} said={text ?? "nothing stands there"} at={time} />)
          : preview.turns.slice(0, SHOWN).map(({ role, content, startSeconds }, place) => <Line key={place} who={role} said={content} at={startSeconds === null ? null : formatDuration(startSeconds)} />)}
      </ol>
    </section>
  );
}

function Line({ who, said, at }: { readonly who: string; readonly said: string; readonly at: string | null }) {
  return (
    <li className="flex gap-3 text-small">
      <span className="w-24 shrink-0 truncate text-ink-3" title={who}>
        <bdi>{who}</bdi>
      </span>
      <span className="line-clamp-2 min-w-0 flex-1 text-ink">
        <bdi>{said}</bdi>
      </span>
      {at === null ? null : <span className="shrink-0 text-ink-3 tabular-nums">{at}</span>}
    </li>
  );
}
