import type { Role } from "@/lib/core/call-ingest/limits";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { JsonNode } from "@/lib/core/text/json-node";
import { resolveSpeakers, type Speaker, type SpeakerRoles } from "./speakers";
import type { TurnDraft, TurnSource } from "./turn-draft";

/** Something said by someone whose side is not yet known. */
export interface SpokenLine {
  /** The source's word for the speaker: "Agent", "speaker 0", "Anna". */
  readonly word: string;
  readonly content: string;
  readonly startSeconds?: string;
  readonly endSeconds?: string;
  /** The leaf that holds the word, where there is one of its own. */
  readonly wordNode?: JsonNode | undefined;
  readonly sources: readonly TurnSource[];
}

/** The turns of a conversation among speakers; who is on which side is looked up, answered, or guessed and asked. */
export function spokenTurns(lines: readonly SpokenLine[], context: ConversionContext): readonly TurnDraft[] {
  const roles = resolveSpeakers(speakersOf(lines), context);
  const turns = lines.map((line): TurnDraft => {
    const role: Role = roles.roleOf.get(line.word) ?? "user";
    const { wordNode, content, startSeconds, endSeconds } = line;
    const roleSource: TurnSource[] = wordNode ? [{ node: wordNode, field: "role", ...(line.word === role ? {} : { reason: "Zelto's word for it" }) }] : [];
    return {
      role,
      content,
      ...(startSeconds === undefined ? {} : { startSeconds }),
      ...(endSeconds === undefined ? {} : { endSeconds }),
      sources: [...roleSource, ...line.sources],
    };
  });
  remarkGuesses(lines, roles, context);
  return turns;
}

/** Who speaks, in the order of their first words, with what helps to tell them apart. */
function speakersOf(lines: readonly SpokenLine[]): readonly Speaker[] {
  const found = new Map<string, { word: string; lines: string[]; spoken: number }>();
  for (const { word, content } of lines) {
    const speaker = found.get(word) ?? { word, lines: [], spoken: 0 };
    if (speaker.lines.length < 2) speaker.lines.push(content);
    speaker.spoken += content.length;
    found.set(word, speaker);
  }
  return [...found.values()];
}

/** One remark a speaker, at the first turn: the same guess at every turn would say it a hundred times. */
function remarkGuesses(lines: readonly SpokenLine[], { roleOf, guessed }: SpeakerRoles, context: ConversionContext): void {
  for (const word of guessed) {
    const index = lines.findIndex((line) => line.word === word);
    const role = roleOf.get(word) ?? "user";
    const sentence = `The source does not say which side “${word}” is on; in every turn it was taken for the ${role}.`;
    context.remark({ kind: "guessed", path: ["transcript", "turns", index, "role"], value: role, sentence });
  }
  if (guessed.size === 1 && roleOf.size === 1) {
    context.remark({ kind: "doubtful", path: [], sentence: "Only one speaker was told apart, so every turn is on one side." });
  }
}

const JOINED = "Joined with what the same speaker says next to it";

/** Joins neighbours of one speaker where `joins` allows it: the first one's start, the last one's end. */
export function mergeNeighbours(lines: readonly SpokenLine[], options: { readonly glue: string }): readonly SpokenLine[] {
  const merged: SpokenLine[] = [];
  let run: SpokenLine[] = [];
  const close = (): void => {
    const [first] = run;
    if (first) merged.push(run.length === 1 ? first : joinRun(run, first, options.glue));
  };
  for (const line of lines) {
    if (run[0] && run[0].word !== line.word) {
      close();
      run = [];
    }
    run.push(line);
  }
  close();
  return merged;
}

function joinRun(run: readonly SpokenLine[], first: SpokenLine, glue: string): SpokenLine {
  const last = run.at(-1) ?? first;
  const sources = run.flatMap((line, index): TurnSource[] => [
    // Of the words for the speaker only the first is the turn's own; the others say the same.
    ...(index > 0 && line.wordNode ? [{ node: line.wordNode, field: "role" as const, reason: JOINED }] : []),
    ...line.sources.flatMap((source): TurnSource[] => {
      if (source.field === "content") return [{ ...source, reason: JOINED }];
      const isKept = source.field === "startSeconds" ? index === 0 : source.field === "endSeconds" ? line === last : true;
      return isKept ? [source] : [];
    }),
  ]);
  return {
    word: first.word,
    wordNode: first.wordNode,
    content: run.map(({ content }) => content).join(glue),
    ...(first.startSeconds === undefined ? {} : { startSeconds: first.startSeconds }),
    ...(last.endSeconds === undefined ? {} : { endSeconds: last.endSeconds }),
    sources,
  };
}
