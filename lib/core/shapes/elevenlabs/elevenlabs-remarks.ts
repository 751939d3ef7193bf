import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";

/** States of a conversation in which its transcript may still grow. */
const GROWING = new Set(["initiated", "in-progress", "processing"]);

interface Found {
  readonly status: string | null;
  /** Whether the record has a list of turns at all, be it empty. */
  readonly hasList: boolean;
  readonly turns: readonly TurnDraft[];
}

/** Says what the canonical call cannot: that the conversation went on, or why it has no turns. */
export function remarkElevenlabs(context: ConversionContext, { status, hasList, turns }: Found): void {
  if (status !== null && GROWING.has(status)) context.remark({ kind: "unfinished", path: [], sentence: `ElevenLabs says that this conversation is ${status}, so its transcript may still grow.` });
  if (turns.length === 0) context.remark({ kind: "no-talk", path: [], sentence: hasList ? "Nobody spoke in this conversation." : "This is a line of ElevenLabs' list of conversations, which has no transcripts; fetch the conversation by its id." });
  remarkSilences(context, turns);
}

/** ElevenLabs writes three dots where the caller said nothing that it could hear. */
export function remarkSilences(context: ConversionContext, turns: readonly TurnDraft[]): void {
  for (const [index, { role, content }] of turns.entries()) {
    if (role === "user" && /^\s*(?:\.{3}|…)\s*$/.test(content)) {
      context.remark({ kind: "doubtful", path: ["transcript", "turns", index, "content"], sentence: "ElevenLabs writes three dots for a silence; the user said nothing here that it could hear." });
    }
  }
}
