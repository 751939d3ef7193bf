import { firstCharacters } from "@/lib/core/call-ingest/limits";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TurnDraft } from "./turn-draft";

/**
 * A transcript without labels, as one turn of whom a person says that it is. Until then there is no turn: nobody but a person can
 * tell who speaks. The answer to `unlabelled:transcript` is a role, or "out".
 */
export function takeUnlabelled(node: JsonNode | undefined, context: ConversionContext): readonly TurnDraft[] {
  if (node?.type !== "string" || node.value.trim() === "") return [];
  const answer = context.ask({
    id: "unlabelled:transcript",
    kind: "unlabelled",
    prompt: "Who says a transcript without labels?",
    why: "The transcript is one text and does not say who speaks.",
    example: [{ label: "", text: firstCharacters(node.value, 200) }],
    choices: [
      { value: "user", label: "The user", detail: "One turn of the user" },
      { value: "assistant", label: "The agent", detail: "One turn of the assistant" },
      { value: "out", label: "Leave it out", detail: "No turn; the text stays in metadata" },
    ],
    proposed: "out",
  });
  if (answer !== "user" && answer !== "assistant") return [];
  return [{ role: answer, content: node.value.trim(), sources: [{ node, field: "content", reason: "One text without labels, taken as one turn" }] }];
}
