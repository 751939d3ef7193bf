const OUTCOMES: Readonly<Record<string, string>> = {
  waiting: "Accepted; lands when its delay is over",
  created: "Landed as a new conversation",
  updated: "Landed as an update of the conversation",
  "unknown-agent": "Vanished: the agent id is not in this organisation",
  lost: "Vanished: the dial says that nothing lands",
  "no-content": "Ignored: neither transcript nor recording",
  "not-terminal": "Ignored: the event is not final",
  "not-convertible": "Ignored: the native body names no call or no agent",
};

/** What became of an accepted upload, as a clause. */
export function describeOutcome(outcome: string): string {
  return OUTCOMES[outcome] ?? outcome;
}

/** The status of an answer; a dropped connection and one under way have none. */
export function describeStatus(status: number | null): string {
  if (status === null) return "under way";
  return status === 0 ? "dropped" : String(status);
}
