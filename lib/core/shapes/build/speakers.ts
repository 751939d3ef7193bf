import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import type { Role } from "@/lib/core/call-ingest/limits";
import { firstCharacters } from "@/lib/core/call-ingest/limits";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { Question } from "@/lib/core/shapes/question";

/** One voice of a conversation, under the word that its source has for it. */
export interface Speaker {
  /** "speaker 0", "A", "Anna", "+49 30 1234". */
  readonly word: string;
  /** What it says first, at most two texts are shown. */
  readonly lines: readonly string[];
  /** Characters said in all. */
  readonly spoken: number;
}

export interface SpeakerRoles {
  /** The role of each word. */
  readonly roleOf: ReadonlyMap<string, Role>;
  /** Words whose role was assumed. */
  readonly guessed: ReadonlySet<string>;
}

/** Words that number a voice instead of naming it: one question serves every file that has the same ones. */
const NUMBERED = /^(?:speaker|spk|ch|channel|participant|s)?[\s_:-]*(?:\d{1,2}|[A-F])$/i;

/** A telephone number, also as messengers write it: "whatsapp:+15550100". */
const PHONE = /^(?:whatsapp:|sms:|tel:)?\+?[\d\s().-]{7,24}$/i;

/** What an agent is likely to open with; ours, in the languages that exports are met in. */
const GREETING = /\b(?:thank(?:s| you) for calling|how (?:can|may) I help|welcome to|this is \w+ (?:from|with|at|speaking)|my name is|guten tag|wie kann ich|gracias por llamar|en qué puedo|merci d'appeler|comment puis-je|nasıl yardımcı|w czym mogę)\b/i;

/**
 * Finds the role of each speaker: by the table of role words, by what a person has said, else by a guess that is asked about.
 * Answers: `agent-speaker` (a name; all others are users), `speakers:A|B` (the word that is the agent), `role:<word>` (a role).
 */
export function resolveSpeakers(speakers: readonly Speaker[], context: ConversionContext): SpeakerRoles {
  const roleOf = new Map<string, Role>();
  const open: Speaker[] = [];
  for (const speaker of speakers) {
    const role = saidRole(context.option(`role:${speaker.word.trim().toLowerCase()}`)) ?? canonicalRole(speaker.word);
    if (role) roleOf.set(speaker.word, role);
    else open.push(speaker);
  }
  if (open.length === 0) return { roleOf, guessed: new Set() };
  const sides = new Set(roleOf.values());
  const [only] = open;
  if (only && open.length === 1 && sides.has("assistant") !== sides.has("user")) {
    // The other side is known, so this one is the rest; no question is worth it.
    roleOf.set(only.word, sides.has("assistant") ? "user" : "assistant");
    return { roleOf, guessed: new Set([only.word]) };
  }
  const proposed = likelyAgent(open);
  const agent = context.ask(agentQuestion(open, proposed));
  const chosen = agent !== undefined && open.some(({ word }) => word === agent) ? agent : agent === "" ? null : proposed;
  for (const { word } of open) roleOf.set(word, word === chosen ? "assistant" : "user");
  return { roleOf, guessed: agent === undefined ? new Set(open.map(({ word }) => word)) : new Set() };
}

function saidRole(answer: string | undefined): Role | null {
  return answer === "user" || answer === "assistant" || answer === "system" || answer === "tool" ? answer : null;
}

/** Who greets, else who speaks most; the first of equals. */
function likelyAgent(speakers: readonly Speaker[]): string | null {
  if (speakers.length < 2) return null;
  // Beside a name, a telephone number is the customer: the business writes under its own name.
  const named = speakers.filter(({ word }) => !PHONE.test(word.trim()));
  const [only] = named;
  if (only && named.length === 1) return only.word;
  const greeter = speakers.find(({ lines }) => lines.some((line) => GREETING.test(line)));
  return (greeter ?? speakers.reduce((most, speaker) => (speaker.spoken > most.spoken ? speaker : most))).word;
}

/** Numbered voices are asked about by their set; names by one question for all files, since the business's own recurs. */
function agentQuestion(speakers: readonly Speaker[], proposed: string | null): Question {
  const words = speakers.map(({ word }) => word);
  const areNumbered = words.every((word) => NUMBERED.test(word.trim()));
  const choices = words.slice(0, 49).map((word) => ({ value: word, label: word }));
  return {
    id: areNumbered ? `speakers:${[...words].sort().join("|")}`.slice(0, 200) : "agent-speaker",
    kind: "speakers",
    prompt: "Who is the agent?",
    why: "The source names its speakers and does not say which side they are on.",
    example: speakers.slice(0, 4).flatMap(({ word, lines }) => lines.slice(0, 2).map((line) => ({ label: word, text: firstCharacters(line, 200) }))),
    choices: [...choices, { value: "", label: "Nobody here", detail: "All are users" }],
    proposed,
  };
}
