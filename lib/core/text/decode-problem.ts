/** Why bytes cannot be read as text. */
export interface DecodeProblem {
  readonly code: "empty" | "binary" | "bad-utf8" | "odd-utf16";
  /** Bytes from the start, 0 for the first. */
  readonly offset: number;
  /** What is wrong, that nothing was taken in, and what to do. */
  readonly message: string;
}
