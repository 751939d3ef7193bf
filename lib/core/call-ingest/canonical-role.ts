import type { Role } from "./limits";

/**
 * Role words met in the wild, in small letters with `_` for blanks and dashes, per role of CallIngest. "agent" is the AI in
 * voice stacks and a person in contact centres: both are our side, so both are `assistant`. The translations are what
 * localised transcripts label their lines with.
 */
const WORDS: Readonly<Record<Role, readonly string[]>> = {
  assistant: [
    "assistant", "bot", "ai", "agent", "model", "robot", "chatbot", "virtual_agent", "business", "admin", "operator", "teammate",
    "custom_bot", "automated_agent", "human_agent", "supervisor", "asistente", "agente", "asistan", "temsilci", "assistent", "asystent",
  ],
  user: [
    "user", "human", "customer", "caller", "client", "visitor", "lead", "contact", "end_user", "guest", "candidate", "inbound",
    "kullanıcı", "kullanici", "müşteri", "kunde", "cliente", "usuario", "utilisateur", "benutzer",
  ],
  system: ["system", "developer", "instructions", "injected", "narrator"],
  tool: [
    "tool", "function", "tool_calls", "tool_call", "tool_call_result", "tool_call_invocation", "function_call", "function_call_output",
    "tool_use", "tool_result", "agent_action", "action", "node_transition", "state_transition", "dtmf", "agent_handoff",
  ],
};

const ROLE_OF = new Map<string, Role>(
  (Object.entries(WORDS) as [Role, readonly string[]][]).flatMap(([role, words]) => words.map((word): [string, Role] => [word, role])),
);

/** Ours: longer than any word of the table, with a colon behind it. */
const MAX_WORD = 60;

/**
 * The role that a word stands for, whatever its case, surrounding blanks or trailing colon; null where only a person can
 * tell ("speaker 0", "A", a name, a phone number).
 */
export function canonicalRole(word: string): Role | null {
  // Most words stand in the table as they are; the clean-up costs more than the look-up.
  const asWritten = ROLE_OF.get(word);
  if (asWritten) return asWritten;
  const trimmed = word.trim();
  // A whole message in the place of a word would be searched for its end from each of its blanks.
  if (trimmed.length > MAX_WORD) return null;
  const plain = trimmed.replace(/\s*:$/, "").toLowerCase().replace(/[\s-]+/g, "_");
  return ROLE_OF.get(plain) ?? null;
}
