/** Calls of a batch that come with the page; more are loaded by a button. */
export const BATCH_ROWS = 200;
