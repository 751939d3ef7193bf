/** Offset of the next character that is no JSON white space, or the length of the text. */
export function nextCharacter(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether a character is JSON white space: blank, tab, LF, CR. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
