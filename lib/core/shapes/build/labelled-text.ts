import type { Role } from "@/lib/core/call-ingest/limits";
import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TurnDraft } from "./turn-draft";

/**
 * Splits a transcript that is one text on its labels ("AI: …", "User: …"). Lines without a label go on with the turn before.
 * Null where the text does not begin with one of the labels: then nobody but a person can say who speaks.
 */
export function splitLabelledText(node: JsonNode | undefined, labels: readonly string[]): readonly TurnDraft[] | null {
  if (node?.type !== "string") return null;
  const label = new RegExp(`^\\s*(${labels.join("|")})\\s*:[^\\S\\n]*`, "i");
  const turns: { role: Role; lines: string[] }[] = [];
  for (const line of node.value.split(/\r?\n/)) {
    const match = label.exec(line);
    const role = match?.[1] === undefined ? null : canonicalRole(match[1]);
    const current = turns.at(-1);
    if (match && role) turns.push({ role, lines: [line.slice(match[0].length)] });
    else if (current) current.lines.push(line);
    else if (line.trim() !== "") return null;
  }
  const spoken = turns.map(({ role, lines }) => ({ role, content: lines.join("\n").trim() })).filter(({ content }) => content !== "");
  if (spoken.length === 0) return null;
  const source = { node, field: "content", reason: "One text, split on its speaker labels" } as const;
  return spoken.map((turn, index): TurnDraft => ({ ...turn, sources: index === 0 ? [source] : [] }));
}
