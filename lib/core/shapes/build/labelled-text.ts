import type { Role } from "@/lib/core/call-ingest/limits";
import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import type { JsonNode } from "@/lib/core/text/json-node";
import type { TurnDraft } from "./turn-draft";

/** What one speaker says in a text that runs on without line ends. */
export interface InlinePiece {
  readonly word: string;
  /** Offsets into the text, in UTF-16 code units. */
  readonly wordStart: number;
  readonly content: string;
  readonly start: number;
}

/**
 * Splits a text of one line on labels anywhere in it ("user: Hello? assistant: Hi"). Null where it has line ends (then a label
 * inside a line is something that was said), does not begin with a label, or has only one.
 */
export function inlineLabels(text: string, labels: readonly string[]): readonly InlinePiece[] | null {
  const trimmed = text.trim();
  if (/[\r\n]/.test(trimmed)) return null;
  const found = [...text.matchAll(new RegExp(`(?<=^|[\\s.!?…"”'])(${labels.join("|")})\\s*:(?=\\s|$)`, "gi"))];
  const [first] = found;
  if (!first || found.length < 2 || text.slice(0, first.index).trim() !== "") return null;
  return found.map((match, index) => {
    const from = match.index + match[0].length;
    const raw = text.slice(from, found[index + 1]?.index ?? text.length);
    return { word: match[1] ?? "", wordStart: match.index, content: raw.trim(), start: from + raw.length - raw.trimStart().length };
  });
}

/**
 * Splits a transcript that is one text on its labels ("AI: …", "User: …"), at line starts, and anywhere where it has no line ends.
 * Lines without a label go on with the turn before. Null where the text does not begin with one of the labels: then nobody but a
 * person can say who speaks.
 */
export function splitLabelledText(node: JsonNode | undefined, labels: readonly string[]): readonly TurnDraft[] | null {
  if (node?.type !== "string") return null;
  const said = saidInline(node.value, labels) ?? saidByLine(node.value, labels);
  const spoken = said?.filter(({ content }) => content !== "") ?? [];
  if (spoken.length === 0) return null;
  const source = { node, field: "content", reason: "One text, split on its speaker labels" } as const;
  return spoken.map((turn, index): TurnDraft => ({ ...turn, sources: index === 0 ? [source] : [] }));
}

interface Said {
  readonly role: Role;
  readonly content: string;
}

function saidInline(text: string, labels: readonly string[]): readonly Said[] | null {
  const pieces = inlineLabels(text, labels);
  const said = pieces?.flatMap(({ word, content }) => ({ role: canonicalRole(word), content }));
  // A label that no role is known for would take its words along.
  return said?.every((turn): turn is Said => turn.role !== null) ? said : null;
}

function saidByLine(text: string, labels: readonly string[]): readonly Said[] | null {
  const label = new RegExp(`^\\s*(${labels.join("|")})\\s*:[^\\S\\n]*`, "i");
  const turns: { role: Role; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = label.exec(line);
    const role = match?.[1] === undefined ? null : canonicalRole(match[1]);
    const current = turns.at(-1);
    if (match && role) turns.push({ role, lines: [line.slice(match[0].length)] });
    else if (current) current.lines.push(line);
    else if (line.trim() !== "") return null;
  }
  return turns.map(({ role, lines }) => ({ role, content: lines.join("\n").trim() }));
}
