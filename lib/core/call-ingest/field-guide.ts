import type { JsonPath } from "@/lib/core/text/json-path";
import {
  MAX_AGENT_NAME,
  MAX_CUSTOMER_NAME,
  MAX_CUSTOMER_NUMBER,
  MAX_ENDED_REASON,
  MAX_RECORDING_URL,
  MAX_TEXT,
  MAX_TURNS,
  MAX_VERSION,
  MIN_NUMBER,
  MIN_TEXT,
  MIN_TURNS,
  ROLES,
} from "./limits";

/** What a field holds. `map` is an object with any keys; `date-time` and `uuid` are texts. */
export type FieldKind = "object" | "map" | "array" | "string" | "date-time" | "uuid" | "role" | "number" | "integer";

/** One documented field of CallIngest. */
export interface FieldGuide {
  /** Path with `[]` for any place in a list: `transcript.turns[].role`. */
  readonly pattern: string;
  /** Its name on the screen. */
  readonly label: string;
  readonly kind: FieldKind;
  /** Characters (code points) of a text, items of a list, value of a number. */
  readonly min?: number;
  readonly max?: number;
  /** Whether the object around it must hold it. */
  readonly required: boolean;
  readonly values?: readonly string[];
  /** One sentence for people. */
  readonly help: string;
}

const text = (min: number, max: number): Pick<FieldGuide, "kind" | "min" | "max"> => ({ kind: "string", min, max });
const amount = { kind: "number", min: MIN_NUMBER } as const;

/** Every field that Zelto documents for an upload, in the order of the vendor's schema. */
export const FIELD_GUIDE: readonly FieldGuide[] = [
  { pattern: "agent", label: "Agent", kind: "object", required: false, help: "The agent by your own id; Zelto creates it when it is new." },
  { pattern: "agent.externalId", label: "Agent external ID", ...text(MIN_TEXT, MAX_TEXT), required: false, help: "Your own id of the agent. Needed unless an agent ID is given." },
  { pattern: "agent.name", label: "Agent name", ...text(MIN_TEXT, MAX_AGENT_NAME), required: false, help: "Read only when Zelto creates the agent; later uploads do not rename it." },
  { pattern: "agentId", label: "Agent ID", kind: "uuid", required: false, help: "Zelto's own id of an agent that exists already; wins over the external ID." },
  { pattern: "version", label: "Version", ...text(MIN_TEXT, MAX_VERSION), required: false, help: "Names the build or prompt of the agent, so that versions can be compared." },
  { pattern: "call", label: "Call", kind: "object", required: true, help: "What is known of the call itself." },
  { pattern: "call.externalId", label: "Call external ID", ...text(MIN_TEXT, MAX_TEXT), required: true, help: "Your own id of the call. Sending the same id again updates the conversation." },
  { pattern: "call.startedAt", label: "Started at", kind: "date-time", required: false, help: "When the call began, with its zone: 2026-03-02T09:30:00Z." },
  { pattern: "call.endedAt", label: "Ended at", kind: "date-time", required: false, help: "When the call ended, with its zone: 2026-03-02T09:33:12Z." },
  { pattern: "call.durationSeconds", label: "Duration (seconds)", kind: "integer", min: MIN_NUMBER, required: false, help: "Whole seconds. Left out, Zelto works it out from the two times." },
  { pattern: "call.endedReason", label: "Ended reason", ...text(0, MAX_ENDED_REASON), required: false, help: "Why the call ended, in a word or two." },
  { pattern: "call.cost", label: "Cost (USD)", ...amount, required: false, help: "What the call cost, in US dollars." },
  { pattern: "call.recordingUrl", label: "Recording URL", ...text(0, MAX_RECORDING_URL), required: false, help: "Where Zelto can fetch the audio without a login; it keeps a copy." },
  { pattern: "call.customer", label: "Customer", kind: "object", required: false, help: "The person on the other side." },
  { pattern: "call.customer.number", label: "Customer number", ...text(0, MAX_CUSTOMER_NUMBER), required: false, help: "Their phone number; Zelto finds the receiver by it." },
  { pattern: "call.customer.name", label: "Customer name", ...text(0, MAX_CUSTOMER_NAME), required: false, help: "Their name." },
  { pattern: "transcript", label: "Transcript", kind: "object", required: false, help: "What was said. Without it Zelto needs a recording." },
  { pattern: "transcript.turns", label: "List of turns", kind: "array", min: MIN_TURNS, max: MAX_TURNS, required: true, help: "One entry for each thing said or done, in order." },
  { pattern: "transcript.turns[]", label: "Turn", kind: "object", required: false, help: "One thing said or done." },
  { pattern: "transcript.turns[].role", label: "Role", kind: "role", required: true, values: ROLES, help: "Who speaks: user is the person, assistant is your side." },
  { pattern: "transcript.turns[].content", label: "Text", ...text(MIN_TEXT, MAX_TEXT), required: true, help: "What is said, or what a tool was asked or answered." },
  { pattern: "transcript.turns[].startSeconds", label: "Start (seconds)", ...amount, required: false, help: "Seconds from the start of the recording." },
  { pattern: "transcript.turns[].endSeconds", label: "End (seconds)", ...amount, required: false, help: "Seconds from the start of the recording; not before the start." },
  { pattern: "systemPrompt", label: "System prompt", ...text(0, MAX_TEXT), required: false, help: "The agent's instructions. Left out, a leading system turn is taken." },
  { pattern: "metadata", label: "Metadata", kind: "map", required: false, help: "Anything else worth keeping; stored with the conversation." },
];

const BY_PATTERN = new Map(FIELD_GUIDE.map((field) => [field.pattern, field]));

/** The pattern of a path: `["transcript", "turns", 6, "role"]` → `transcript.turns[].role`. */
export function patternOf(path: JsonPath): string {
  let pattern = "";
  for (const segment of path) pattern += typeof segment === "number" ? "[]" : pattern === "" ? segment : `.${segment}`;
  return pattern;
}

/** The documented field at a path, or undefined. A key with a dot in it is never taken for two. */
export function fieldAt(path: JsonPath): FieldGuide | undefined {
  return path.some((segment) => typeof segment === "string" && /[.[]/.test(segment)) ? undefined : BY_PATTERN.get(patternOf(path));
}

/** The documented fields directly inside the object at a path, in order; [] for metadata and for what is not an object. */
export function fieldsIn(path: JsonPath): readonly FieldGuide[] {
  const parent = patternOf(path);
  return FIELD_GUIDE.filter(({ pattern }) => parentPattern(pattern) === parent && !pattern.endsWith("[]"));
}

/** The last name of a pattern: `call.externalId` → `externalId`. */
export function keyOf(field: FieldGuide): string {
  return field.pattern.slice(field.pattern.lastIndexOf(".") + 1);
}

function parentPattern(pattern: string): string {
  return pattern.includes(".") ? pattern.slice(0, pattern.lastIndexOf(".")) : "";
}
