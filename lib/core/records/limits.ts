/** Ours: a streamed source is never held whole, so this only bounds how long a reading may take (some minutes at 30 MB/s). */
export const MAX_SOURCE_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * What has to be read whole (one value such as an envelope round a list, a text that is no JSON, a paste) may have so much. At this
 * size parsing takes some seconds of a worker and up to 700 MB; a page that does more at once would be killed on small machines.
 */
export const MAX_WHOLE_BYTES = 64 * 1024 * 1024;

/** The 20,000 turns that a call may have take 7 MB at 300 characters each; larger records hold recordings or logs put inline. */
export const MAX_CALL_BYTES = 8 * 1024 * 1024;

/** What the grid shows smoothly and one batch holds (reliability S19). */
export const MAX_RECORDS = 100_000;

export { MAX_DEPTH } from "@/lib/core/text/scan-json";
