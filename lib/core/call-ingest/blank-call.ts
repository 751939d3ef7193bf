export interface BlankCallOptions {
  readonly externalId: string;
  /** UTC ISO 8601; left out where nobody knows when the call began. */
  readonly startedAt?: string;
}

/**
 * The text that "Start blank" opens: what every call needs, with the agent and the turns still empty so that the editor asks for both. Two
 * blanks of indentation, as people write JSON by hand.
 */
export function blankCallText(options: BlankCallOptions): string {
  const startedAt = options.startedAt === undefined ? {} : { startedAt: options.startedAt };
  const call = {
    agent: { externalId: "" },
    call: { externalId: options.externalId, ...startedAt },
    transcript: { turns: [] },
  };
  return JSON.stringify(call, null, 2);
}
