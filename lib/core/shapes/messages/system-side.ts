/** How a text looks that tells a model what to be. */
const PROMPT = /^\s*(?:you are|you're|you will|act as|your (?:task|role|job|name)|system prompt|instructions?\b|#)/i;
/** Ours: nobody speaks for so long; a prompt does. */
const LONG = 600;

/**
 * Whether SYSTEM is the bot and no prompt: so in data sets whose only two speakers are USER and SYSTEM (SGD). Told by the set of
 * words, and by the texts not looking like a prompt; a lone system text at the head is a prompt however short it is.
 */
export function isSystemTheBot(said: readonly { readonly word: string; readonly text: string }[]): boolean {
  const words = new Set(said.map(({ word }) => word.trim().toLowerCase()));
  if (words.size !== 2 || !words.has("user") || !words.has("system")) return false;
  const system = said.filter(({ word }) => word.trim().toLowerCase() === "system");
  const isAtHead = said[0] === system[0];
  if (isAtHead && system.length === 1) return false;
  return system.every(({ text }) => text.length < LONG && !PROMPT.test(text));
}
