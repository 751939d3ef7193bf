/**
 * What is selected: single calls, or all that match with some taken out. The second form is what lets a hundred thousand calls
 * be selected without any of them having been loaded.
 */
export type Selection = { readonly kind: "some"; readonly ids: ReadonlySet<string> } | { readonly kind: "all"; readonly except: ReadonlySet<string> };

export const NOTHING_SELECTED: Selection = { kind: "some", ids: new Set() };
export const ALL_SELECTED: Selection = { kind: "all", except: new Set() };

/** Whether one call is selected. */
export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === "some" ? selection.ids.has(id) : !selection.except.has(id);
}

/** How many calls are selected, of `total` that match. */
export function countSelected(selection: Selection, total: number): number {
  return selection.kind === "some" ? selection.ids.size : Math.max(0, total - selection.except.size);
}

/** Selects calls, or takes them out. */
export function setSelected(selection: Selection, ids: readonly string[], selected: boolean): Selection {
  const listed = new Set(selection.kind === "some" ? selection.ids : selection.except);
  const isListed = selection.kind === "some" ? selected : !selected;
  for (const id of ids) {
    if (isListed) listed.add(id);
    else listed.delete(id);
  }
  return selection.kind === "some" ? { kind: "some", ids: listed } : { kind: "all", except: listed };
}

/** Turns one call's selection over. */
export function toggleSelected(selection: Selection, id: string): Selection {
  return setSelected(selection, [id], !isSelected(selection, id));
}

/** The sentence of a selection: "2 selected", "all 12,431 matching selected". Null where nothing is. */
export function selectionWords(selection: Selection, total: number, formatCount: (count: number) => string): string | null {
  const count = countSelected(selection, total);
  if (count === 0) return null;
  if (selection.kind === "all" && selection.except.size === 0) return `All ${formatCount(total)} matching selected`;
  return `${formatCount(count)} selected`;
}
