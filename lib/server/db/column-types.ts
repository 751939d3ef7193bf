import "server-only";

/** A boolean as the store has it. */
export type Flag = 0 | 1;
/** Milliseconds since the epoch. */
export type Instant = number;
/** JSON text that only repositories read and write. */
export type JsonText = string;
