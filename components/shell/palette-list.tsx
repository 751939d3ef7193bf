"use client";

import { FateGlyph } from "@/components/marks/fate-glyph";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { FATE_WORDS } from "@/lib/core/uploads/fate";
import type { PaletteEntry } from "./palette-entries";

export interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly current: number;
  readonly onPoint: (place: number) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** The id of a row, for aria-activedescendant. */
export function optionId(place: number): string {
  return `palette-option-${place}`;
}

/** The rows under the palette's field, in groups; the field keeps the focus. */
export function PaletteList({ id, entries, current, onPoint, onChoose }: PaletteListProps) {
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return (
    <div id={id} role="listbox" aria-label="Places, commands and calls" className="max-h-[52vh] overflow-y-auto p-1.5 empty:hidden">
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          <div aria-hidden className="px-2.5 pt-2 pb-1 text-small text-ink-3">
            {group}
          </div>
          {entries.map((entry, place) =>
            entry.group === group ? (
              <PaletteRow key={entry.id} entry={entry} place={place} isCurrent={place === current} onPoint={onPoint} onChoose={onChoose} />
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

interface PaletteRowProps extends Pick<PaletteListProps, "onPoint" | "onChoose"> {
  readonly entry: PaletteEntry;
  readonly place: number;
  readonly isCurrent: boolean;
}

function PaletteRow({ entry, place, isCurrent, onPoint, onChoose }: PaletteRowProps) {
  const Icon = entry.icon;
  return (
    <div
      id={optionId(place)}
      role="option"
      aria-selected={isCurrent}
      // Keys are handled by the field, which keeps the focus; the row answers to the pointer alone.
      ref={isCurrent ? scrollIntoNearestView : null}
      onPointerMove={() => onPoint(place)}
      onClick={() => onChoose(entry)}
      className={cx("flex min-h-8 cursor-default items-center gap-2.5 rounded-small px-2.5 text-body touch:min-h-11", isCurrent && "bg-selected text-accent-text")}
    >
      {Icon === undefined ? null : <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.8} />}
      {entry.call === undefined ? (
        <span className="min-w-0 flex-1">{entry.label}</span>
      ) : (
        <>
          <FateGlyph fate={entry.call.fate} />
          <span className="sr-only">{FATE_WORDS[entry.call.fate]}</span>
          <span className="shrink-0 text-code">{entry.label}</span>
          <span dir="auto" className="min-w-0 flex-1 truncate text-small text-ink-2">
            {entry.call.detail}
          </span>
        </>
      )}
      {entry.keys === undefined ? null : <Kbd>{entry.keys}</Kbd>}
    </div>
  );
}

function scrollIntoNearestView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
