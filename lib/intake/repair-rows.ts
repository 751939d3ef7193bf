/** One change of a repair, as far as drawing it needs. Offsets are UTF-16 code units into the text as given; ascending, not overlapping. */
export interface DrawnRepair {
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
}

export interface RowPart {
  readonly text: string;
  /** Which repair touched it, by its place in the list; null where it stayed as it was. */
  readonly repair: number | null;
}

/** A line of one side, or a run of lines that no repair touched. */
export type RepairRow = { readonly kind: "line"; readonly number: number; readonly parts: readonly RowPart[] } | { readonly kind: "gap"; readonly first: number; readonly lines: number };

/** Ours: lines shown around a touched one; and how many untouched ones in a row are worth folding. */
const AROUND = 2;
const LEAST_FOLDED = 3;
/** Ours: more of one line is no help; the spot is kept in sight by its own part. */
const MAX_PART = 400;

/** What was given and what it becomes, each as rows: touched lines with their surroundings, the rest folded. */
export function repairRows(text: string, repairs: readonly DrawnRepair[]): { readonly before: readonly RepairRow[]; readonly after: readonly RepairRow[] } {
  return { before: rowsOf(parts(text, repairs, ({ removed }) => removed)), after: rowsOf(parts(text, repairs, ({ inserted }) => inserted)) };
}

function parts(text: string, repairs: readonly DrawnRepair[], shown: (repair: DrawnRepair) => string): readonly RowPart[] {
  const all: RowPart[] = [];
  let at = 0;
  for (const [index, repair] of repairs.entries()) {
    all.push({ text: text.slice(at, repair.offset), repair: null }, { text: shown(repair), repair: index });
    at = repair.offset + repair.removed.length;
  }
  return [...all, { text: text.slice(at), repair: null }];
}

function rowsOf(all: readonly RowPart[]): readonly RepairRow[] {
  const lines = linesOf(all);
  const isShown = shownLines(lines);
  const rows: RepairRow[] = [];
  for (let index = 0; index < lines.length; ) {
    const end = isShown[index] === true ? index + 1 : endOfRun(isShown, index);
    if (isShown[index] === true || end - index < LEAST_FOLDED) for (; index < end; index += 1) rows.push({ kind: "line", number: index + 1, parts: shortened(lines[index] ?? []) });
    else rows.push({ kind: "gap", first: index + 1, lines: end - index });
    index = end;
  }
  return rows;
}

/** The parts by line. A repair that shows nothing here (only removed, or only inserted) still marks its line. */
function linesOf(all: readonly RowPart[]): readonly (readonly RowPart[])[] {
  const lines: RowPart[][] = [[]];
  for (const { text, repair } of all) {
    for (const [index, piece] of text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) lines.push([]);
      if (piece !== "" || repair !== null) lines.at(-1)?.push({ text: piece, repair });
    }
  }
  return lines;
}

function shownLines(lines: readonly (readonly RowPart[])[]): readonly boolean[] {
  const isShown = lines.map(() => false);
  for (const [index, line] of lines.entries()) {
    if (line.every(({ repair }) => repair === null)) continue;
    for (let near = Math.max(0, index - AROUND); near <= Math.min(lines.length - 1, index + AROUND); near += 1) isShown[near] = true;
  }
  return isShown;
}

function endOfRun(isShown: readonly boolean[], from: number): number {
  const end = isShown.indexOf(true, from);
  return end < 0 ? isShown.length : end;
}

function shortened(line: readonly RowPart[]): readonly RowPart[] {
  return line.map((part) => (part.text.length <= MAX_PART ? part : { ...part, text: `${part.text.slice(0, MAX_PART / 2)} … ${part.text.slice(-MAX_PART / 2)}` }));
}
