/*
 * Orders of many keys, as places into the list of keys. Stable: equal keys keep their order. Sorting a hundred thousand of them with a
 * comparison takes 150 to 300 ms and blocks everything else; by digits it takes some 20 ms.
 */

const DIGITS = 65_536;
/** Shorter lists are sorted by comparison: counting digits costs the same for few keys as for many. */
const FEW = 2_048;

/** Places of numbers in ascending order; −0 and 0 are equal. NaN is no key. */
export function orderOfNumbers(keys: Float64Array): Uint32Array {
  const order = placesOf(keys.length);
  // Undefined cannot be: every place is one of a key.
  if (keys.length <= FEW) return order.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0) || left - right);
  const words = sortableWords(keys);
  let from = order;
  let into = new Uint32Array(keys.length);
  for (let digit = 0; digit < 4; digit += 1) {
    if (!countingPass(words, digit, from, into)) continue;
    [from, into] = [into, from];
  }
  return from;
}

/** Places of texts in the order of their code units, as `<` compares them. */
export function orderOfTexts(keys: readonly string[]): Uint32Array {
  // Most lists are either all different or a handful of texts; the first ones tell which. Of a handful the ranks are numbers.
  if (new Set(keys.slice(0, FEW)).size > FEW / 4) return orderSome(keys, placesOf(keys.length), 0);
  const distinct = [...new Set(keys)];
  const ranks = new Map<string, number>();
  for (const [rank, place] of orderSome(distinct, placesOf(distinct.length), 0).entries()) ranks.set(distinct[place] ?? "", rank);
  const numbers = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) numbers[at] = ranks.get(keys[at] ?? "") ?? 0;
  return orderOfNumbers(numbers);
}

/** Texts that are equal up to `start` are told apart by the next three characters after what they all share, then by the rest. */
function orderSome(keys: readonly string[], places: Uint32Array, start: number): Uint32Array {
  const text = (place: number | undefined): string => keys[place ?? 0] ?? "";
  if (places.length <= FEW) return places.sort((left, right) => compareTexts(text(left), text(right)) || left - right);
  const from = sharedLength(keys, places, start);
  const numbers = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) numbers[at] = nextCharacters(text(places[at]), from);
  const order = orderOfNumbers(numbers);
  const sorted = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at += 1) sorted[at] = places[order[at] ?? 0] ?? 0;
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && numbers[order[end] ?? 0] === numbers[order[first] ?? 0]) end += 1;
    // Texts that ended are equal and in order; of the others the rest decides.
    if (end - first > 1 && text(sorted[first]).length >= from + CHARACTERS) sorted.set(orderSome(keys, sorted.slice(first, end), from + CHARACTERS), first);
    first = end;
  }
  return sorted;
}

const CHARACTERS = 3;
/** A code unit has 16 bits; one more tells the end of a text from U+0000. Three of them fit a double exactly. */
const UNIT = 131_072;

function nextCharacters(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + CHARACTERS; at += 1) number = number * UNIT + (at < text.length ? text.charCodeAt(at) + 1 : 0);
  return number;
}

/** How far all texts are the same. */
function sharedLength(keys: readonly string[], places: Uint32Array, start: number): number {
  const first = keys[places[0] ?? 0] ?? "";
  let length = first.length;
  for (let next = 0; next < places.length; next += 1) {
    const text = keys[places[next] ?? 0] ?? "";
    let at = start;
    while (at < length && at < text.length && text.charCodeAt(at) === first.charCodeAt(at)) at += 1;
    length = at;
  }
  return length;
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function placesOf(length: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(length);
  for (let place = 0; place < length; place += 1) places[place] = place;
  return places;
}

/** The bits of doubles so that they sort as whole numbers: the sign turned, and all bits of negative ones. Low word first. */
function sortableWords(keys: Float64Array): Uint16Array {
  const copy = new Float64Array(keys.length);
  // −0 and 0 have other bits and are one key.
  for (let at = 0; at < keys.length; at += 1) copy[at] = (keys[at] ?? 0) + 0;
  const halves = new Uint32Array(copy.buffer);
  for (let at = 0; at < halves.length; at += 2) {
    const [low, high] = [halves[at] ?? 0, halves[at + 1] ?? 0];
    const negative = high >>> 31 === 1;
    halves[at] = negative ? ~low : low;
    halves[at + 1] = negative ? ~high : high ^ 0x80000000;
  }
  return new Uint16Array(copy.buffer);
}

/** One pass over one digit of all keys. False where all have the same, so that nothing was done. */
function countingPass(words: Uint16Array, digit: number, from: Uint32Array, into: Uint32Array): boolean {
  const counts = new Uint32Array(DIGITS);
  for (let place = 0; place < from.length; place += 1) {
    const value = words[place * 4 + digit] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  if ((counts[words[digit] ?? 0] ?? 0) === from.length) return false;
  let sum = 0;
  for (let value = 0; value < DIGITS; value += 1) {
    const count = counts[value] ?? 0;
    counts[value] = sum;
    sum += count;
  }
  for (let next = 0; next < from.length; next += 1) {
    const place = from[next] ?? 0;
    const value = words[place * 4 + digit] ?? 0;
    const at = counts[value] ?? 0;
    into[at] = place;
    counts[value] = at + 1;
  }
  return true;
}
