import type { Turn } from "./documents";

const LABEL = /^\s*(AI|Agent|Bot|Assistant|User|Customer|Caller)\s*:\s*/i;
const USER_LABELS = new Set(["user", "customer", "caller"]);

/** Splits a transcript given as text on its speakers' labels; lines without one continue the turn before. */
export function turnsFromLabelledText(text: string | null): readonly Turn[] {
  const turns: Turn[] = [];
  for (const line of (text ?? "").split("\n")) {
    const label = LABEL.exec(line);
    const last = turns.at(-1);
    if (label !== null) {
      const role = USER_LABELS.has((label[1] ?? "").toLowerCase()) ? "user" : "assistant";
      turns.push({ role, content: line.slice(label[0].length).trim() });
    } else if (last !== undefined && line.trim() !== "") {
      last.content = `${last.content}\n${line.trim()}`;
    }
  }
  return turns.filter((turn) => turn.content !== "");
}
