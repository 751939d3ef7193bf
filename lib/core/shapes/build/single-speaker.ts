import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { SpokenLine } from "./spoken-turns";

export const SINGLE_SPEAKER_QUESTION_ID = "single-speaker";

/**
 * Lines of a source that does not tell its speakers apart. Who speaks is never made up: all are the user's until a person says that
 * two take turns.
 */
export function singleSpeakerLines(lines: readonly SpokenLine[], context: ConversionContext): readonly SpokenLine[] {
  if (lines.length === 0) return lines;
  const answer = context.ask({
    id: SINGLE_SPEAKER_QUESTION_ID,
    kind: "single-speaker",
    prompt: "Who speaks here?",
    why: "The source does not tell speakers apart.",
    example: lines.slice(0, 4).map(({ content }, index) => ({ label: `line ${index + 1}`, text: content.slice(0, 200) })),
    choices: [
      { value: "user", label: "The user says all of it" },
      { value: "alternate", label: "Agent and user take turns", detail: "The agent begins" },
      { value: "alternate-user", label: "User and agent take turns", detail: "The user begins" },
    ],
    proposed: "user",
  });
  if (answer === "alternate" || answer === "alternate-user") {
    const first = answer === "alternate" ? 0 : 1;
    return lines.map((line, index) => ({ ...line, word: (index + first) % 2 === 0 ? "assistant" : "user" }));
  }
  if (answer !== "user") context.remark({ kind: "guessed", path: ["transcript", "turns", 0, "role"], value: "user", sentence: "The source does not tell speakers apart, so every turn was taken for the user's." });
  return lines.map((line) => ({ ...line, word: "user" }));
}
