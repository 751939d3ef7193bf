const WORDS = "the appointment is on Thursday the 27th at half past ten and we can move it to Monday if that suits you better".split(" ");

/** A canonical call with that many turns; the same text for the same number. */
export function bigCall(turns: number, externalId: string): string {
  const list = Array.from({ length: turns }, (_, index) => ({
    role: index % 2 === 0 ? "assistant" : "user",
    content: `${WORDS.slice(index % 7, 9 + (index % 12)).join(" ")}, number ${index}.`,
    startSeconds: index * 3,
    endSeconds: index * 3 + 2.5,
  }));
  return JSON.stringify({ agent: { externalId: "booking-bot" }, call: { externalId, durationSeconds: turns * 3 }, transcript: { turns: list } }, null, 2);
}

/** The smallest number of turns whose call has at least that many bytes. */
export function callOfBytes(bytes: number, externalId: string): string {
  let turns = Math.max(1, Math.floor(bytes / 130));
  let text = bigCall(turns, externalId);
  while (text.length < bytes) {
    turns = Math.ceil((turns * bytes) / text.length) + 1;
    text = bigCall(turns, externalId);
  }
  return text;
}
