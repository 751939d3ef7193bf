import { readLabelLine, type LabelLine } from "@/lib/core/shapes/text/labelled/label-line";
import { labelKey, mayBeLabel, speakerLabels } from "@/lib/core/shapes/text/labelled/speaker-labels";

/** Something said in a cue, and who the cue says it is. */
export interface CueSaid {
  readonly word: string | null;
  /** Begins with a dash or ">>": somebody else speaks, whoever that is. */
  readonly changes: boolean;
  readonly content: string;
}

/** The lines of a file's cues as they were read: the labels that are speakers' are told by all of them together. */
export class CueSpeakers {
  private readonly labels: ReadonlySet<string>;

  constructor(lines: readonly string[]) {
    const labelled = lines.flatMap((line) => readLabelLine(withoutDash(line)) ?? []);
    // A label in capitals is a name at first sight: captions write them so and nothing else.
    const capitals = labelled.filter(({ word }) => mayBeLabel(word) && /\p{Lu}{2}/u.test(word) && word === word.toUpperCase());
    this.labels = new Set([...speakerLabels(labelled, lines.length), ...capitals.map(({ word }) => labelKey(word))]);
  }

  /** Lines of one voice, split where a label or a dash says that somebody else speaks. */
  said(voice: string | null, lines: readonly string[]): readonly CueSaid[] {
    const found: { word: string | null; changes: boolean; lines: string[] }[] = [];
    for (const line of lines) {
      const plain = withoutDash(line);
      const label = this.labelOf(plain);
      const current = found.at(-1);
      if (label) found.push({ word: label.word, changes: false, lines: [plain.slice(label.textStart)] });
      else if (plain !== line) found.push({ word: voice, changes: voice === null, lines: [plain] });
      else if (current) current.lines.push(line);
      else found.push({ word: voice, changes: false, lines: [line] });
    }
    return found.map((part) => ({ word: part.word, changes: part.changes, content: part.lines.filter((line) => line !== "").join(" ") }));
  }

  private labelOf(line: string): LabelLine | null {
    const label = readLabelLine(line);
    return label && this.labels.has(labelKey(label.word)) ? label : null;
  }
}

function withoutDash(line: string): string {
  return line.replace(/^(?:[-–—]\s+|[-–—](?=\p{L})|>>+\s*)/u, "");
}
