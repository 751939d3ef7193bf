import { MAX_SOURCES_AT_ONCE, type AnnouncedSource, type SourcePage } from "@/lib/contracts/intake";
import { formatCount, formatPlural } from "@/lib/core/format/count";
import { failure, success, type Result } from "@/lib/core/result";
import type { IndexedSource, IntakeIndex } from "./intake-index";

/** Where the records of one item go: its place among the batch's sources and the place of its first record. */
export interface PlannedItem {
  readonly ordinal: number;
  readonly firstIndex: number;
}

/** What an intake sends: its sources, and the place of each item of the index; null for what is not sent. */
export interface BatchPlan {
  readonly items: readonly (PlannedItem | null)[];
  /** Places in the index, by ordinal. */
  readonly order: readonly number[];
  readonly recordCount: number;
}

/** Of the contract: notes of a source or record, and characters of one. */
const MAX_NOTES = 20;
const MAX_NOTE = 300;
const MAX_SOURCE_NAME = 500;

/** The sources in the order in which they were read; those without records are left out. */
export function planInOrder({ sources }: IntakeIndex): BatchPlan {
  return planOf(sources, sources.flatMap(({ recordCount }, place) => (recordCount > 0 ? [place] : [])));
}

/**
 * The sources in the order of a batch that was begun before, known again by their hashes. @returns a sentence that names what is missing.
 */
export function planAsBefore({ sources }: IntakeIndex, before: SourcePage["sources"]): Result<BatchPlan, string> {
  const places = new Map<string, number[]>();
  for (const [place, { sha256, recordCount }] of sources.entries()) if (recordCount > 0) places.set(sha256, [...(places.get(sha256) ?? []), place]);
  const found = before.map(({ sha256 }) => places.get(sha256)?.shift());
  const missing = before.filter((_, ordinal) => found[ordinal] === undefined);
  const [first] = missing;
  if (first !== undefined) {
    const others = missing.length > 1 ? ` and ${formatPlural(missing.length - 1, "more")}` : "";
    return failure(`These are not the same files: ${first.name}${others} of ${formatCount(before.length)} cannot be found among them. Nothing was added; choose the files that this intake was begun with.`);
  }
  return success(planOf(sources, found.flatMap((place) => place ?? [])));
}

function planOf(sources: readonly IndexedSource[], order: readonly number[]): BatchPlan {
  const items: (PlannedItem | null)[] = sources.map(() => null);
  let firstIndex = 0;
  for (const [ordinal, place] of order.entries()) {
    items[place] = { ordinal, firstIndex };
    firstIndex += sources[place]?.recordCount ?? 0;
  }
  return { items, order, recordCount: firstIndex };
}

/** A page of the sources as they are announced to the server. */
export function announcedSources({ sources }: IntakeIndex, { order }: BatchPlan, from: number): AnnouncedSource[] {
  return order.slice(from, from + MAX_SOURCES_AT_ONCE).flatMap((place) => {
    const source = sources[place];
    return source ? [{ name: source.name.slice(0, MAX_SOURCE_NAME), byteLength: source.byteLength, sha256: source.sha256, notes: sourceNotes(source) }] : [];
  });
}

/** What a person has to know of a source later: how it was read, and which of its parts were not. */
function sourceNotes({ notes, unreadable, unreadableCount }: IndexedSource): string[] {
  return limitedNotes([...notes, ...unreadable], notes.length + unreadableCount);
}

/** As many notes as the contract takes; the last says how many more there are. */
export function limitedNotes(notes: readonly string[], total = notes.length): string[] {
  const short = notes.map((note) => (note.length > MAX_NOTE ? `${note.slice(0, MAX_NOTE - 1)}…` : note));
  if (total <= MAX_NOTES) return short;
  return [...short.slice(0, MAX_NOTES - 1), `${formatCount(total - MAX_NOTES + 1)} more of this kind.`];
}
