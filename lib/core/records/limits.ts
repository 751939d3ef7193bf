/**
 * A source is read whole in this release: its bytes, its text and the tree of its places stand in the page's memory together,
 * some 300 MB at this size.
 */
export const MAX_SOURCE_BYTES = 50 * 1024 * 1024;

/** A transcript of 20,000 long turns takes some 6 MB; larger records are almost always recordings or logs put inline. */
export const MAX_CALL_BYTES = 8 * 1024 * 1024;

/** What one plain table shows and one intake stores in a few seconds. */
export const MAX_RECORDS = 2_000;

export { MAX_DEPTH } from "@/lib/core/text/scan-json";
