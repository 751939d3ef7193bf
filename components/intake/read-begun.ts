import { MAX_SOURCES_AT_ONCE, type SourcePage } from "@/lib/contracts/intake";
import type { GivenSource } from "@/lib/intake/inspected-source";
import { findPending } from "@/lib/intake/pending-store";
import { ReadingFailed } from "@/lib/intake/reading-errors";
import { readSourcePage } from "@/lib/queries/intake";
import { fileSource, readOffered } from "./read-offer";

/** An intake that broke off: what it was begun with, and the sources to go on with. */
export interface BegunIntake {
  /** By which chosen files are known again; null where the sources are the very ones it was begun with, in their order. */
  readonly sources: SourcePage["sources"] | null;
  readonly answers: SourcePage["answers"];
  readonly given: readonly GivenSource[];
}

/** Finds what an intake was begun with. Rejects where neither this browser nor the person has its sources. */
export async function readBegun(batchId: string, files: readonly File[] | null): Promise<BegunIntake> {
  const given = files === null ? (await findPending(batchId))?.sources : await readOffered(files.map(fileSource));
  if (given === undefined) throw new ReadingFailed("This browser has not kept the files of this intake. Nothing was added; choose the same files again.");
  const { sources: first, sourceCount, answers } = await readSourcePage(batchId, 0);
  if (files === null) return { sources: null, answers, given };
  const sources = [...first];
  for (let from = MAX_SOURCES_AT_ONCE; from < sourceCount; from += MAX_SOURCES_AT_ONCE) sources.push(...(await readSourcePage(batchId, from)).sources);
  if (sources.length < sourceCount) throw new ReadingFailed("This intake broke off before the server knew all of its files. Nothing was added; discard it and take the files in once more.");
  return { sources, answers, given };
}
