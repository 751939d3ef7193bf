/** Offset of the next character that is no JSON white space, or the length of the text. */
export function nextCharacter(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at += 1;
  return at;
}
