import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { CanonicalDraft } from "./canonical-draft";
import { derivedId } from "./derived-id";
import type { TurnDraft } from "./turn-draft";

/** The question's id: one answer serves all records of an intake that name no agent. */
export const AGENT_QUESTION_ID = "agent";

/**
 * The agent of a record that names none: what a person has said, else what the source suggests, as a guess. Where there is neither
 * the agent stays out, and the problem "agent reference missing" stands at its field.
 */
export function takeMissingAgent(draft: CanonicalDraft, context: ConversionContext, suggested: string | null = null): void {
  if (draft.has("agent.externalId")) return;
  const said = context.ask({
    id: AGENT_QUESTION_ID,
    kind: "agent",
    prompt: "Which agent had these conversations?",
    why: "The source names no agent, and Zelto refuses a call without one.",
    example: [],
    choices: [],
    proposed: suggested,
  });
  const agent = said ?? suggested;
  if (agent === null || agent.trim() === "") return;
  draft.assumeText("agent.externalId", agent);
  if (said === undefined) context.remark({ kind: "guessed", path: ["agent", "externalId"], value: agent, sentence: "The source names no agent, so this one was assumed." });
}

/** The id of a record that has none: made of its words and start, so that the same file again updates and does not double. */
export function takeDerivedId(draft: CanonicalDraft, context: ConversionContext, turns: readonly TurnDraft[]): void {
  if (draft.has("call.externalId") || turns.length === 0) return;
  const id = derivedId(turns, draft.textOf("call.startedAt"));
  draft.assumeText("call.externalId", id);
  context.remark({ kind: "guessed", path: ["call", "externalId"], value: id, sentence: "The source has no id, so one was made of the words: the same file again updates and does not double." });
}
