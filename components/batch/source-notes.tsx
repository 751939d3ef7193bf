import type { BatchView } from "@/lib/contracts/intake";
import { formatPlural } from "@/lib/core/format/count";
import { Notice } from "@/components/ui/notice";

/** How sources were read, and what in them was not taken in, with the line. */
export function SourceNotes({ sources }: { readonly sources: BatchView["sources"] }) {
  const noted = sources.filter(({ notes }) => notes.length > 0);
  if (noted.length === 0) return null;
  const count = noted.reduce((sum, { notes }) => sum + notes.length, 0);
  return (
    <Notice role="note" title={`${formatPlural(count, "note")} on what was given.`}>
      <ul aria-label="Notes on the sources" className="mt-1 flex flex-col gap-0.5">
        {noted.flatMap(({ name, notes }) =>
          notes.map((note, place) => (
            <li key={`${name} ${place}`} className="break-words text-ink-2">
              {sources.length > 1 ? `${name}: ` : ""}
              {note}
            </li>
          )),
        )}
      </ul>
    </Notice>
  );
}
