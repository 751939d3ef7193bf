"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useEditor } from "./editor-context";

/** Two people changed the same place: both versions stand side by side, and neither is lost. */
export function ConflictDialog() {
  const { draft, store } = useEditor();
  if (draft.theirs === null) return null;
  return (
    <Dialog
      title="This call was changed elsewhere in the same place"
      role="alertdialog"
      size="large"
      isOpen
      onOpenChange={() => undefined}
      footer={
        <>
          <Button onPress={() => store.resolveConflict("theirs")}>Take theirs</Button>
          <Button variant="ink" onPress={() => store.resolveConflict("mine")}>
            Keep mine
          </Button>
        </>
      }
    >
      <p className="mb-3">Keeping yours puts it on top of theirs as one step; undo brings theirs back. Nothing was sent.</p>
      <div className="grid gap-3 md:grid-cols-2">
        <Version title="Yours" text={draft.text} />
        <Version title="Theirs" text={draft.theirs.text} />
      </div>
    </Dialog>
  );
}

/** A dialog shows the beginning; the call itself may have megabytes. */
const SHOWN_CHARACTERS = 20_000;

function Version({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 text-small font-medium text-ink">{title}</h3>
      <pre tabIndex={0} aria-label={`${title}, text`} className="focus-inset max-h-80 overflow-auto rounded-field border border-line bg-sunken p-2 text-code whitespace-pre-wrap text-ink">
        {text.slice(0, SHOWN_CHARACTERS)}
      </pre>
    </section>
  );
}
