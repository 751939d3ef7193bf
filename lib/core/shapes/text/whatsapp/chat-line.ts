/** The head of a message in an export: when, who, and where the words begin. Offsets count from the start of the line. */
export interface ChatLine {
  readonly time: { readonly text: string; readonly start: number };
  /** Null for a notice, which nobody sent. */
  readonly sender: { readonly text: string; readonly start: number } | null;
  readonly textStart: number;
}

/** Marks of direction that phones write before dates, names and notices. */
const MARKS = "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]*";
const DATE = "\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\.?";
const TIME = "\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s*[AaPp]\\.?\\s?[Mm]\\.?)?";
/** iPhones write "[12/03/2026, 10:02:15] Anna: …". */
const BRACKETED = new RegExp(`^${MARKS}\\[(${DATE}(?:,\\s*|\\s+)${TIME})\\]\\s*${MARKS}`);
/** Android phones write "12/03/2026, 10:02 - Anna: …". */
const BARE = new RegExp(`^${MARKS}(${DATE}(?:,\\s*|\\s+)${TIME})\\s+[-–]\\s+${MARKS}`);
/** A sender is a name or number of at most 60 characters; what holds quotation marks is a notice about a name with a colon. */
const SENDER = /^([^:“”"\n]{1,60}):(?=\s|$)\s?/;
const NOTICE = /\b(?:end-to-end encrypted|created (?:this )?group|added|changed (?:the|their|to)|joined using|left|security code)\b/i;

/** Reads the head of a message; null for a line that goes on with the message before. */
export function readChatLine(line: string): ChatLine | null {
  const head = BRACKETED.exec(line) ?? BARE.exec(line);
  const when = head?.[1];
  if (!head || when === undefined) return null;
  // "2026-03-02 10:02:15 - …" without a comma is how logs begin.
  if (/^\d{4}/.test(when) && !when.includes(",")) return null;
  const at = head[0].length;
  const time = { text: when, start: head[0].indexOf(when) };
  const sender = SENDER.exec(line.slice(at, at + 80));
  const name = sender?.[1]?.trimEnd();
  if (!sender || name === undefined || name === "" || NOTICE.test(name)) return { time, sender: null, textStart: at };
  return { time, sender: { text: name, start: at }, textStart: at + sender[0].length };
}
