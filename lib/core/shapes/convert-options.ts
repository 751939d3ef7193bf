/** Choices that change how a native body is read. */
export interface ConversionOptions {
  /** Join the pieces into which Retell cuts one sentence around tool events. On unless said. */
  readonly mergePieces?: boolean;
  /** Keep Retell's steps between nodes and states as tool turns. Off unless said. */
  readonly keepTransitions?: boolean;
}
