const WORDS = "the appointment is on Thursday the 27th at half past ten and we can move it to Monday if that suits you better than the day before".split(" ");

/** The shapes that taking in is timed with. */
export type BenchShape = "canonical" | "retell-call" | "openai-messages";

interface Turn {
  readonly isAgent: boolean;
  readonly text: string;
  /** Seconds since the call began. */
  readonly from: number;
  readonly to: number;
}

/** One call as one line of JSON; the same text for the same number. About 200 bytes a turn. */
export function callLine(shape: BenchShape, index: number, turns: number): string {
  const list = Array.from({ length: turns }, (_, turn) => turnOf(index, turn));
  return JSON.stringify(SHAPES[shape](index, list));
}

function turnOf(index: number, turn: number): Turn {
  const place = (index * 7 + turn * 3) % WORDS.length;
  const text = `${[...WORDS.slice(place), ...WORDS.slice(0, place)].slice(0, 22 + (turn % 5)).join(" ")}, number ${turn}.`;
  return { isAgent: turn % 2 === 0, text, from: turn * 6, to: turn * 6 + 5.25 };
}

const SHAPES: Readonly<Record<BenchShape, (index: number, turns: readonly Turn[]) => object>> = {
  canonical: (index, turns) => ({
    agent: { externalId: "booking-bot" },
    systemPrompt: "You book appointments for a practice. Be short and kind.",
    call: { externalId: `bench-${index}`, startedAt: new Date(1_767_225_600_000 + index * 60_000).toISOString(), durationSeconds: turns.length * 6, customer: { number: "+15550123" } },
    transcript: { turns: turns.map(({ isAgent, text, from, to }) => ({ role: isAgent ? "assistant" : "user", content: text, startSeconds: from, endSeconds: to })) },
    metadata: { campaign: "spring", attempt: 1 },
  }),
  "retell-call": (index, turns) => ({
    call_id: `call_${index}`, call_type: "phone_call", call_status: "ended", agent_id: "agent_bench", agent_name: "Front desk", agent_version: 3,
    direction: "inbound", from_number: "+15550123", to_number: "+15550100",
    start_timestamp: 1_767_225_600_000 + index * 60_000, end_timestamp: 1_767_225_600_000 + index * 60_000 + turns.length * 6_000, duration_ms: turns.length * 6_000,
    disconnection_reason: "user_hangup", call_cost: { combined_cost: 4.5, total_duration_seconds: turns.length * 6 },
    // Words are left out of this one: with a time for each word an object of 20 turns has 25 KB, and the share of the times would be all that is measured.
    transcript_object: turns.map(({ isAgent, text, from, to }) => ({ role: isAgent ? "agent" : "user", content: text, words: [{ word: text.split(" ")[0], start: from, end: to }] })),
    call_analysis: { call_summary: "An appointment was moved.", user_sentiment: "Neutral", call_successful: true },
  }),
  "openai-messages": (index, turns) => ({
    messages: [{ role: "system", content: `You book appointments, edition ${index % 5}.` }, ...turns.map(({ isAgent, text }) => ({ role: isAgent ? "assistant" : "user", content: text }))],
  }),
};
