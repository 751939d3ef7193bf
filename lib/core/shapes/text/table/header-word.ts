/** A column's name as the lists have it: small letters, no accents, blanks for all marks, "conversationId" as "conversation id". */
export function headerWord(name: string): string {
  return name
    .slice(0, 80)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
