/**
 * A source is read whole in this release. At this size reading and splitting take one to five seconds of a worker and up to
 * 650 MB, most where the text is broken (Node 20, two busy cores); a page that does more at once would be killed on small machines.
 */
export const MAX_SOURCE_BYTES = 50 * 1024 * 1024;

/** The 20,000 turns that a call may have take 7 MB at 300 characters each; larger records hold recordings or logs put inline. */
export const MAX_CALL_BYTES = 8 * 1024 * 1024;

/** What one plain table shows and one intake stores in a few seconds. */
export const MAX_RECORDS = 2_000;

export { MAX_DEPTH } from "@/lib/core/text/scan-json";
