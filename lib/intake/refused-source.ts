import { formatCount } from "@/lib/core/format/count";
import { MAX_SOURCE_BYTES } from "@/lib/core/records/limits";
import type { InspectedSource } from "./inspected-source";

/** A source of which nothing can be taken in; its bytes need not have been read. */
export function refusedSource(source: Pick<InspectedSource, "name" | "byteLength" | "provider">, message: string): InspectedSource {
  return { ...source, sha256: "", notes: [], records: [], badLines: [], oversized: [], failure: { message, problem: null, text: null } };
}

/** Said of a file before it is read: reading 60 MB to refuse it would only make a person wait. */
export function tooLargeSentence(name: string, bytes: number): string {
  const size = formatCount(Math.ceil(bytes / (1024 * 1024)));
  return `${name} is ${size} MB. This release reads at most ${MAX_SOURCE_BYTES / (1024 * 1024)} MB at a time. Nothing was taken in. Split it and try again.`;
}
