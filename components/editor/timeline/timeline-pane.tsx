"use client";

import { FolderOpen } from "lucide-react";
import type { TimelineEntry } from "@/lib/contracts/activity";
import { FateGlyph } from "@/components/marks/fate-glyph";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TimeText } from "@/components/ui/time-text";
import { cx } from "@/components/ui/cx";
import { useEditor } from "../editor-context";

/** What happened to this call, newest first; an attempt opens its request and response. */
export function TimelinePane() {
  const { activity, attemptId, showAttempt } = useEditor();
  return (
    <section aria-label="Timeline" className="flex min-h-0 flex-1 flex-col">
      <h2 className="flex h-9 shrink-0 items-center border-b border-line px-4 text-body font-semibold">Timeline</h2>
      {activity === undefined ? (
        <SkeletonRows rows={3} label="Reading the timeline" className="p-4" />
      ) : (
        <ol className="min-h-0 flex-1 overflow-y-auto py-3">
          {activity.timeline.map((entry, index) => (
            <Entry key={entry.id} entry={entry} isLast={index === activity.timeline.length - 1} isChosen={entry.attemptId !== null && entry.attemptId === attemptId} onChoose={() => showAttempt(entry.attemptId)} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly isLast: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Entry({ entry, isLast, isChosen, onChoose }: EntryProps) {
  const content = (
    <>
      <span aria-hidden className="relative flex w-4 shrink-0 justify-center">
        {isLast ? null : <span className="absolute top-5 -bottom-2 w-px bg-line-strong" />}
        <span className="flex h-5 items-center">
          <Mark entry={entry} />
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 text-body font-medium text-ink">{entry.title}</span>
          <TimeText at={entry.at} show="time" className="text-small text-ink-3" />
        </span>
        <span className="block text-small break-words text-ink-2">{entry.sentence}</span>
      </span>
    </>
  );
  const row = cx("flex gap-3 px-4 pb-3 text-left", isChosen && "bg-selected shadow-[inset_2px_0_0_var(--accent-text)]");
  if (entry.attemptId === null) return <li className={row}>{content}</li>;
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={onChoose} className={cx(row, "focus-inset w-full", !isChosen && "hover:bg-hover")}>
        {content}
      </button>
    </li>
  );
}

/** Attempts and fates have their glyph; own acts are a small hollow dot. */
function Mark({ entry }: { readonly entry: TimelineEntry }) {
  if (entry.fate !== null) return <FateGlyph fate={entry.fate} />;
  if (entry.kind === "attempt") return <FateGlyph fate="sending" />;
  if (entry.kind === "bucket") return <FolderOpen className="size-3.5 text-ink-2" />;
  return <span className="size-[7px] rounded-full border-[1.5px] border-control" />;
}
