/**
 * Every number of CallIngest. "Vendor" is the vendor's published schema of `POST /webhooks/calls`; it counts characters as
 * JSON Schema does, in Unicode code points. "Ours" are floors of Intake's own: Zelto documents no such limit.
 */

/** Vendor: `call.externalId`, `agent.externalId`, `agent.name`, `version`, `content` may not be empty. */
export const MIN_TEXT = 1;
/** Vendor: `call.endedReason`. */
export const MAX_ENDED_REASON = 100;
/** Vendor: `call.recordingUrl`. */
export const MAX_RECORDING_URL = 2048;
/** Vendor: `call.customer.number`. */
export const MAX_CUSTOMER_NUMBER = 50;
/** Vendor: `call.customer.name`. */
export const MAX_CUSTOMER_NAME = 255;
/** Vendor: `agent.name`. */
export const MAX_AGENT_NAME = 255;
/** Vendor: `version`. */
export const MAX_VERSION = 255;
/** Vendor: `transcript.turns`, where a transcript is given. */
export const MIN_TURNS = 1;
/** Vendor: `durationSeconds`, `cost`, `startSeconds`, `endSeconds` start at 0. */
export const MIN_NUMBER = 0;
/** Ours: a day-long call at a turn each 4 s; past it lists and comparisons no longer answer at once. */
export const MAX_TURNS = 20_000;
/** Ours: no text can be longer than a whole call may be (8 MB); it gives every string of the schema a maximum. */
export const MAX_TEXT = 8 * 1024 * 1024;
/** Ours: a turn may end this much after the call before it is called unusual; captured calls end some hundredths after. */
export const PAST_DURATION_SECONDS = 5;
/** Ours: a duration may differ this much from the two instants: providers round and bill in whole seconds. */
export const DURATION_TOLERANCE_SECONDS = 1;

/** Vendor: the four roles of a turn. */
export const ROLES = ["user", "assistant", "system", "tool"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a word is one of the four roles, exactly as Zelto writes them. */
export function isRole(word: string): word is Role {
  return word === "user" || word === "assistant" || word === "system" || word === "tool";
}

/** Length in Unicode code points, as JSON Schema counts `maxLength`; a lone surrogate counts as one. */
export function characterCount(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

/** The first `count` characters (code points) of a text. */
export function firstCharacters(text: string, count: number): string {
  let end = 0;
  for (let taken = 0; taken < count && end < text.length; taken += 1) {
    const pair = isHighSurrogate(text.charCodeAt(end)) && isLowSurrogate(text.charCodeAt(end + 1));
    end += pair ? 2 : 1;
  }
  return text.slice(0, end);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
