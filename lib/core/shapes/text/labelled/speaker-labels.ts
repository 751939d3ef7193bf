import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import type { LabelLine } from "./label-line";

/** Words that stand before a colon in letters, tables and logs and are nobody's label, in small letters. Ours. */
const NO_LABELS = new Set([
  "note", "notes", "nb", "n.b.", "ps", "p.s.", "re", "aw", "wg", "fw", "fwd", "subject", "from", "to", "cc", "bcc", "date", "time", "total", "subtotal", "sum",
  "http", "https", "ftp", "mailto", "file", "url", "email", "e-mail", "phone", "tel", "address", "name", "id", "call id", "type", "status", "title", "summary",
  "duration", "start", "end", "started", "ended", "language", "channel", "step", "example", "todo", "fixme", "info", "warn", "warning", "error", "err", "debug", "trace", "fatal", "critical",
  "notice", "verbose", "caused by", "hinweis", "notiz", "betreff", "datum", "uhrzeit", "gesamt", "summe", "nota", "asunto", "fecha", "objet", "remarque", "not", "konu", "tarih", "toplam",
]);
/** Voices that are numbered: "speaker 0", "spk_1", "channel 2", "A". */
const NUMBERED = /^(?:speaker|spk|channel|ch|participant|person|party|voice)[\s_#-]*\d{1,2}$|^\p{L}$/iu;

/** The spelling under which one label is counted: "AGENT" and "agent" are one. */
export function labelKey(word: string): string {
  return word.replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * The labels of a text that are speakers', by key. A role word is one as it stands; any other has to come at least twice, to begin
 * like a name, and to be no word of letters and logs. One that comes once counts where every line has a label and there are two.
 */
export function speakerLabels(labelled: readonly LabelLine[], filledLines: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { word } of labelled) if (mayBeLabel(word)) counts.set(labelKey(word), (counts.get(labelKey(word)) ?? 0) + 1);
  const everyLine = labelled.length === filledLines && filledLines >= 3 && counts.size === 2;
  const speakers = [...counts].filter(([key, count]) => canonicalRole(key) !== null || count > 1 || everyLine);
  return new Set(speakers.map(([key]) => key));
}

/** Whether a word before a colon can be a speaker at all. */
export function mayBeLabel(word: string): boolean {
  if (NO_LABELS.has(labelKey(word))) return false;
  if (canonicalRole(word) !== null || NUMBERED.test(word)) return true;
  // Settings files write their keys small; names begin with a capital, or with a letter that has none.
  return !/^\p{Ll}/u.test(word) && word.split(/\s+/).length <= 4;
}
