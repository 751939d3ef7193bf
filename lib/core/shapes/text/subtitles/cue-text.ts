/** What one voice says inside a cue. */
export interface CuePart {
  /** The name in a voice tag; null where the cue names nobody in this way. */
  readonly voice: string | null;
  /** Lines without styling. */
  readonly lines: readonly string[];
}

const VOICE = /<v(?:\.[^\s>]{0,80})?\s+([^>]{1,80})>/gi;
const STYLING = /<\/?(?:c|b|i|u|v|s|font|ruby|rt|lang)(?:[.\s][^>]{0,200})?>|<\d[\d:.]*>|\{\\[^}]{0,100}\}/gi;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&lrm;": "", "&rlm;": "", "&quot;": '"', "&#39;": "'" };

/** The parts of a cue's text by voice tags, without styling, position codes and word times; [] where nothing is left. */
export function cueParts(text: string): readonly CuePart[] {
  const parts: CuePart[] = [];
  let voice: string | null = null;
  let at = 0;
  const close = (end: number): void => {
    const lines = plainLines(text.slice(at, end));
    if (lines.length > 0) parts.push({ voice, lines });
  };
  for (const match of text.matchAll(VOICE)) {
    close(match.index);
    voice = match[1]?.trim() ?? null;
    at = match.index + match[0].length;
  }
  close(text.length);
  return parts;
}

function plainLines(text: string): readonly string[] {
  return text
    .replace(STYLING, "")
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

/** How many of a cue's first lines only repeat the last ones of the cue before, as captions do that roll upwards. */
export function repeatedLines(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length); count > 0; count -= 1) {
    if (lines.slice(0, count).every((line, index) => line === before[before.length - count + index])) return count;
  }
  return 0;
}
