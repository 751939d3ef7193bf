import type { TurnDraft } from "./turn-draft";

/** A pause of less than this inside one sentence is the provider's cut and no new turn. */
const LARGEST_GAP_MS = 300;
const JOINED = "A piece of one sentence that the provider cut around a tool event; joined";

/**
 * Joins neighbouring pieces of one speaker where only tool turns lie between them and the pause is short. The tool turns then
 * follow the sentence that they were called in.
 */
export function mergePieces(turns: readonly TurnDraft[]): readonly TurnDraft[] {
  const merged: TurnDraft[] = [];
  /** Where the sentence stands that may go on; -1 where there is none. */
  let open = -1;
  for (const turn of turns) {
    const sentence = merged[open];
    if (turn.role === "tool") merged.push(turn);
    else if (sentence && continues(sentence, turn)) merged[open] = join(sentence, turn);
    else open = merged.push(turn) - 1;
  }
  return merged;
}

function continues(sentence: TurnDraft, piece: TurnDraft): boolean {
  if (sentence.role !== piece.role || sentence.endSeconds === undefined || piece.startSeconds === undefined) return false;
  const gapMs = Math.round((Number(piece.startSeconds) - Number(sentence.endSeconds)) * 1000);
  return Math.abs(gapMs) < LARGEST_GAP_MS && !isMarked(sentence) && !isMarked(piece);
}

/** Key presses, messages and the words of a transfer target are events of their own. */
function isMarked({ content }: TurnDraft): boolean {
  return /^\[(?:pressed|SMS|transfer target)\b/.test(content);
}

function join(sentence: TurnDraft, piece: TurnDraft): TurnDraft {
  const glue = /\s$/.test(sentence.content) || /^\s/.test(piece.content) ? "" : " ";
  const kept = sentence.sources.filter(({ field }) => field !== "endSeconds");
  const added = piece.sources.filter(({ field }) => field !== "startSeconds" && field !== "role");
  return {
    role: sentence.role,
    ...(sentence.startSeconds === undefined ? {} : { startSeconds: sentence.startSeconds }),
    content: (sentence.content + glue + piece.content).trimEnd(),
    ...(piece.endSeconds === undefined ? {} : { endSeconds: piece.endSeconds }),
    sources: [...kept, ...added].map((source) => (source.field === "content" ? { ...source, reason: JOINED } : source)),
  };
}
