import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { readText } from "@/lib/core/call-ingest/read-number";
import type { JsonNode } from "@/lib/core/text/json-node";

export const UNLABELLED_QUESTION_ID = "unlabelled";

const CHOICES = [
  { value: "one", label: "One turn of the user" },
  { value: "lines", label: "A turn a line, the agent first", detail: "Agent and user take turns" },
  { value: "lines-user", label: "A turn a line, the user first", detail: "User and agent take turns" },
  { value: "paragraphs", label: "A turn a paragraph, the agent first", detail: "Empty lines part the turns" },
  { value: "paragraphs-user", label: "A turn a paragraph, the user first", detail: "Empty lines part the turns" },
] as const;

/**
 * The turns of a text that names nobody, given as its paragraphs of lines. Who speaks is never made up: without an answer all
 * of it is one turn of the user, which is said. `whole` is the leaf that all the lines come from, where they are none themselves.
 */
export function unlabelledLines(paragraphs: readonly (readonly JsonNode[])[], context: ConversionContext, whole?: JsonNode): readonly SpokenLine[] {
  const lines = paragraphs.flat();
  const answer = context.ask({
    id: UNLABELLED_QUESTION_ID,
    kind: "unlabelled",
    prompt: "Who says what in this text?",
    why: "Its lines have no speaker labels.",
    example: lines.slice(0, 4).map((line, index) => ({ label: `line ${index + 1}`, text: (readText(line) ?? "").slice(0, 200) })),
    choices: CHOICES,
    proposed: "one",
  });
  const known = CHOICES.some(({ value }) => value === answer);
  if (!known) context.remark({ kind: "guessed", path: ["transcript", "turns", 0, "role"], value: "user", sentence: "The text does not say who speaks, so all of it was taken for one turn of the user." });
  const [unit, first] = known ? (answer ?? "one").split("-") : ["one"];
  const groups = unit === "lines" ? lines.map((line) => [[line]]) : unit === "paragraphs" ? paragraphs.map((paragraph) => [paragraph]) : [paragraphs];
  const sides = unit === "one" || first === "user" ? (["user", "assistant"] as const) : (["assistant", "user"] as const);
  return groups.map((group, index): SpokenLine => ({ word: sides[index % 2] ?? "user", content: contentOf(group), sources: sourcesOf(group, index, whole) }));
}

function contentOf(paragraphs: readonly (readonly JsonNode[])[]): string {
  return paragraphs.map((lines) => lines.map((line) => readText(line) ?? "").join("\n")).join("\n\n");
}

function sourcesOf(paragraphs: readonly (readonly JsonNode[])[], index: number, whole: JsonNode | undefined): readonly TurnSource[] {
  if (whole) return index === 0 ? [{ node: whole, field: "content", reason: "One text, parted into turns" }] : [];
  const lines = paragraphs.flat();
  return lines.map((node): TurnSource => ({ node, field: "content", ...(lines.length === 1 ? {} : { reason: "Joined with the lines next to it" }) }));
}
