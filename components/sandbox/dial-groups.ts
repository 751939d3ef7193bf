import { ENDPOINT_STATES, MALFORMED_ANSWERS, type SandboxDials } from "@/lib/contracts/sandbox";

interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

const ENDPOINT_WORDS: Readonly<Record<(typeof ENDPOINT_STATES)[number], string>> = {
  on: "Answers",
  "404": "404, not there",
  "405": "405, not allowed",
  "403": "403, forbidden",
};
export const ENDPOINT_OPTIONS: readonly Option<(typeof ENDPOINT_STATES)[number]>[] = ENDPOINT_STATES.map((id) => ({ id, label: ENDPOINT_WORDS[id] }));

const MALFORMED_WORDS: Readonly<Record<(typeof MALFORMED_ANSWERS)[number], string>> = {
  off: "As it should be",
  empty: "200 without a body",
  html: "200 with a web page",
  receivedFalse: "200 with received: false",
  receivedString: '200 with received: "true"',
  cut: "200, cut off in the middle",
};
export const MALFORMED_OPTIONS: readonly Option<(typeof MALFORMED_ANSWERS)[number]>[] = MALFORMED_ANSWERS.map((id) => ({ id, label: MALFORMED_WORDS[id] }));

export type EndpointDial = "listEndpoint" | "transcriptEndpoint" | "agentsEndpoint" | "bucketsEndpoint";
export const ENDPOINT_DIALS: readonly { readonly name: EndpointDial; readonly label: string }[] = [
  { name: "listEndpoint", label: "List of conversations" },
  { name: "transcriptEndpoint", label: "Transcript of a conversation" },
  { name: "agentsEndpoint", label: "Agents" },
  { name: "bucketsEndpoint", label: "Buckets" },
];

export type NumberDial = "latencyMs" | "landingDelayMs" | "resetPercent";
export const NUMBER_DIALS: readonly { readonly name: NumberDial; readonly label: string; readonly unit: string; readonly step: number; readonly max: number }[] = [
  { name: "latencyMs", label: "Latency", unit: "ms", step: 100, max: 600_000 },
  { name: "landingDelayMs", label: "Landing delay", unit: "ms", step: 500, max: 86_400_000 },
  { name: "resetPercent", label: "Dropped connections", unit: "%", step: 5, max: 100 },
];

/** The dials that differ from a sandbox that behaves, for the head of the panel. */
export function countTurned(dials: SandboxDials): number {
  return [
    dials.latencyMs > 0,
    dials.statusRates.length > 0,
    dials.resetPercent > 0,
    dials.landingDelayMs !== 1_500,
    dials.neverLand,
    ...ENDPOINT_DIALS.map(({ name }) => dials[name] !== "on"),
    dials.malformed200 !== "off",
    dials.keyRevoked,
  ].filter(Boolean).length;
}
