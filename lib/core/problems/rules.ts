import { DURATION_TOLERANCE_SECONDS, MAX_TURNS, PAST_DURATION_SECONDS } from "@/lib/core/call-ingest/limits";
import { formatCount } from "@/lib/core/format/count";
import type { ProblemLevel } from "./problem";
import type { ProblemCode } from "./problem-codes";

/** What a sentence may name; "" where it does not apply. */
export interface RuleParams {
  /** The place in words: "Ended reason", "Turn 7", "Turn 7: Text". */
  readonly name: string;
  /** What stands there. */
  readonly found: string;
  /** What is allowed or expected. */
  readonly limit: string;
  /** A further sentence, or what it is about. */
  readonly hint: string;
}

export interface Rule {
  readonly level: ProblemLevel;
  /** Where the rule comes from: the vendor's schema or guide, what we concluded, or ours. */
  readonly source: "schema" | "guide" | "inferred" | "ours";
  /** The vendor's schema itself refuses it: exactly these are what a check against the schema finds. */
  readonly inSchema?: boolean;
  /** Zelto answers 200 and creates nothing. */
  readonly losesAll?: boolean;
  readonly title: (params: RuleParams) => string;
  readonly why: (params: RuleParams) => string;
}

const schema = { level: "blocks", source: "schema", inSchema: true } as const;
const REFUSES = "Zelto answers 400 Validation failed and takes nothing in.";
const NOTHING = "Zelto would answer 200 and create no conversation.";
const sentence = (text: string, hint: string): string => (hint === "" ? text : `${text} ${hint}`);

/** The one table of everything that Intake finds wrong: level, words and source of each rule. */
export const RULES: Readonly<Record<ProblemCode, Rule>> = {
  not_json: { level: "blocks", source: "guide", title: ({ found }) => `This is not valid JSON yet: ${found}`, why: ({ hint }) => sentence(hint, "Zelto answers 400 Invalid JSON and takes nothing in.") },
  too_deep: { level: "blocks", source: "ours", title: ({ found }) => `This is nested too deeply: ${found}`, why: ({ hint }) => sentence(hint, "A call needs 4 levels; what handles deeper text tends to fail.") },
  not_object: { ...schema, title: ({ found }) => `A call is an object, and this is ${found}`, why: () => REFUSES },
  missing_field: { ...schema, title: ({ name }) => `${name} is missing`, why: ({ hint }) => sentence(REFUSES, hint) },
  null_value: { ...schema, title: ({ name }) => `${name} is null`, why: () => `Zelto knows no null: what is not known has to be left out. ${REFUSES}` },
  wrong_type: { ...schema, title: ({ name, found, limit }) => `${name} is ${found}, and has to be ${limit}`, why: ({ hint }) => sentence(REFUSES, hint) },
  too_short: { ...schema, title: ({ name }) => `${name} is empty`, why: () => `At least one character is needed. ${REFUSES}` },
  too_long: { ...schema, title: ({ name, found, limit }) => `${name} has ${found} characters, and ${limit} are allowed`, why: () => REFUSES },
  too_small: { ...schema, title: ({ name, found }) => `${name} is ${found}, and 0 is the least`, why: () => REFUSES },
  not_integer: { ...schema, title: ({ name, found }) => `${name} is ${found}, and has to be a whole number`, why: () => REFUSES },
  number_too_large: { ...schema, title: ({ name }) => `${name} is larger than a number can be`, why: () => `It reads as infinity on the other side. ${REFUSES}` },
  not_uuid: { ...schema, title: ({ name }) => `${name} is not a UUID`, why: () => `It has to be Zelto's own id: 8-4-4-4-12 hexadecimal digits. ${REFUSES}` },
  not_date_time: { ...schema, title: ({ name }) => `${name} is not a date-time with its zone`, why: () => `Write it like 2026-03-02T09:30:00Z. ${REFUSES}` },
  role_unknown: { ...schema, title: ({ name, found }) => `${name} has the role “${found}”`, why: () => `Zelto knows user, assistant, system and tool. ${REFUSES}` },
  turns_empty: { ...schema, title: () => "The transcript has no turns", why: () => `A transcript needs at least one turn; without one it has to be left out. ${REFUSES}` },
  too_many_turns: {
    level: "blocks",
    source: "ours",
    inSchema: true,
    title: ({ found }) => `The transcript has ${found} turns`,
    why: () => `Intake takes at most ${formatCount(MAX_TURNS)} turns in one call. Nothing was sent; split the call in two.`,
  },
  agent_reference_missing: {
    level: "blocks",
    source: "guide",
    title: () => "No agent is named",
    why: () => "A call needs agent.externalId (your own id; Zelto creates the agent when it is new) or agentId. Without one it belongs to nobody, and Zelto is expected to refuse it.",
  },
  unknown_shape: {
    level: "blocks",
    source: "schema",
    title: () => "This is not a shape that Zelto reads",
    why: ({ hint }) => sentence("Zelto would check it as a canonical call and refuse it.", hint),
  },
  native_without_header: {
    level: "blocks",
    source: "inferred",
    title: ({ found, limit }) => `A ${found} body under the ${limit} header`,
    why: ({ hint }) => sentence("Zelto would check it as a canonical call and refuse it.", hint),
  },
  header_mismatch: {
    level: "loses",
    source: "inferred",
    losesAll: true,
    title: ({ found, limit }) => `The header says ${limit}, and this is ${found}`,
    why: ({ limit }) => `Zelto would look for a ${limit} webhook in it and find none. ${NOTHING}`,
  },
  event_not_terminal: {
    level: "loses",
    source: "guide",
    losesAll: true,
    title: ({ found }) => `${found} is not the end of a call`,
    why: ({ limit, hint }) => sentence(`Zelto makes conversations of ${limit} only and ignores other events. ${NOTHING}`, hint),
  },
  nothing_to_store: {
    level: "loses",
    source: "guide",
    losesAll: true,
    title: () => "There is no transcript and no recording",
    why: ({ hint }) => (hint === "" ? `Zelto takes such a call for a dial that nobody answered. ${NOTHING} Add turns or a recording URL.` : `${hint} ${NOTHING}`),
  },
  agent_id_unknown: {
    level: "loses",
    source: "guide",
    losesAll: true,
    title: () => "No agent in Zelto has this agent ID",
    why: () => `Zelto finds out only after it has answered. ${NOTHING} An agent external ID is safer: an unknown one makes a new agent.`,
  },
  recording_not_http: {
    level: "loses",
    source: "inferred",
    title: ({ found }) => `The recording URL is ${found}`,
    why: () => "Zelto can fetch a recording only from an http or https address. The conversation would have no audio.",
  },
  unknown_key: {
    level: "loses",
    source: "schema",
    title: ({ name }) => `Zelto does not document ${name}`,
    why: ({ hint }) => sentence("It would be accepted and most likely not kept.", hint),
  },
  duplicate_key: {
    level: "loses",
    source: "inferred",
    title: ({ name, found }) => `${name} is there ${found} times`,
    why: () => "Only the last one is read; the others are lost without a word.",
  },
  both_agent_references: {
    level: "odd",
    source: "schema",
    title: () => "Two agents are named",
    why: () => "agentId wins over agent.externalId, so the external ID has no effect.",
  },
  end_before_start: { level: "odd", source: "ours", title: ({ name }) => `${name} ends before it starts`, why: ({ found }) => `It starts at ${found}. Zelto does not check this and keeps it as it is.` },
  turn_past_duration: {
    level: "odd",
    source: "ours",
    title: ({ name }) => `${name} lies after the end of the call`,
    why: ({ found, limit }) => `It goes on to ${found}, and the call lasts ${limit}. Up to ${PAST_DURATION_SECONDS} s over is usual.`,
  },
  durations_disagree: {
    level: "odd",
    source: "ours",
    title: ({ found, limit }) => `The duration says ${found} s, the two times say ${limit} s`,
    why: () => `They differ by more than ${DURATION_TOLERANCE_SECONDS} s. Zelto takes the stated duration.`,
  },
  blank_text: { level: "odd", source: "ours", title: ({ name }) => `${name} is blank`, why: () => "Zelto accepts it and stores nothing that anyone can read." },
  padded_text: { level: "odd", source: "ours", title: ({ name }) => `${name} begins or ends with white space`, why: () => "To Zelto it is another value than the same one without it." },
  recording_expires: {
    level: "odd",
    source: "inferred",
    title: () => "The recording URL is signed and expires",
    why: ({ found }) => `Its query has ${found}. Zelto copies the audio when it takes the call in, so send it before the link ends.`,
  },
  leading_system_turn: {
    level: "odd",
    source: "schema",
    title: ({ hint }) => (hint === "prompt" ? "The first turn will become the system prompt" : "The first turn is a system turn and stays one"),
    why: ({ hint }) =>
      hint === "prompt" ? "systemPrompt is left out, so Zelto takes the leading system turn for it." : "systemPrompt is given, so Zelto keeps the leading system turn as a turn.",
  },
  external_id_already_uploaded: {
    level: "odd",
    source: "guide",
    title: ({ found }) => `This updates the conversation of ${found}`,
    why: () => "A call of this external ID was uploaded from here before. Zelto replaces that conversation's transcript, recording, duration and cost, and charges nothing twice.",
  },
  lone_surrogate: { level: "odd", source: "ours", title: ({ name }) => `${name} holds half a character`, why: () => "A lone surrogate is no character, and stores tend to replace or refuse it." },
  invisible_characters: { level: "odd", source: "ours", title: ({ name, found }) => `${name} holds invisible characters (${found})`, why: () => "To Zelto it is another value than the one it looks like." },
  guessed_value: { level: "odd", source: "ours", title: ({ name }) => `${name} is a guess`, why: ({ hint }) => hint },
  unfinished_source: { level: "odd", source: "ours", title: () => "The call may have gone on after this was written", why: ({ hint }) => hint },
  doubtful_source: { level: "odd", source: "ours", title: ({ name }) => `${name === "" ? "The source" : name} is doubtful`, why: ({ hint }) => hint },
  no_call: { level: "blocks", source: "ours", title: () => "This holds no call", why: ({ hint }) => sentence(hint, "There is nothing to send; exclude or delete it.") },
};
