/** The smallest call that lands: a reference to an agent, an id and one turn. Shown on the intake page to be copied. */
export const SMALLEST_CALL_TEXT = `{
  "agent": { "externalId": "booking-bot" },
  "call": { "externalId": "demo-smallest-call" },
  "transcript": {
    "turns": [
      { "role": "user",
        "content": "Hello, is anyone there?" }
    ]
  }
}`;
