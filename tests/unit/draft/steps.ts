import type { DraftStep } from "@/lib/core/draft/draft-edit";

/** A step that replaces `removed` by `inserted` at an offset. */
export function typed(id: string, offset: number, change: { readonly removed?: string; readonly inserted?: string; readonly label?: string }): DraftStep {
  return { id, kind: "edit", label: change.label ?? `Step ${id}`, edits: [{ offset, removed: change.removed ?? "", inserted: change.inserted ?? "" }] };
}

/** Ids "n1", "n2", … */
export function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `n${count}`;
  };
}
