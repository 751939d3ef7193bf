/**
 * What was searched for in a place, while the tab lives: coming back from a call finds the same list. Not in the address and not
 * in the browser's storage, because people search for names and numbers.
 */
const kept = new Map<string, string>();

/** The words last searched for in a place. On the server there are none: it serves everybody. */
export function keptSearch(place: string): string {
  return kept.get(place) ?? "";
}

/** Remembers the words for a place. Call it from an event only. */
export function keepSearch(place: string, text: string): void {
  kept.set(place, text);
}
