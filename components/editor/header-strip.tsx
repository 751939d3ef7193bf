"use client";

import { ChevronDown, ChevronUp, Ellipsis, Redo2, Trash2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDeleteCall } from "@/lib/queries/activity";
import { formatCount } from "@/lib/core/format/count";
import { FateChip } from "@/components/marks/fate-chip";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { useModKey } from "@/components/shell/use-mod-key";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { TimeText } from "@/components/ui/time-text";
import { useEditor } from "./editor-context";
import { describeShape } from "./shape-words";

/** Fate, place in the batch, undo and redo, what is saved, and where the call came from. */
export function HeaderStrip() {
  const { detail, activity, draft, store, judgement } = useEditor();
  const router = useRouter();
  const modKey = useModKey();
  const { previousId, nextId, place, total } = detail.neighbours;
  const go = (id: string | null): void => {
    if (id !== null) router.push(`/calls/${id}`);
  };
  useShortcut("j", () => go(nextId), { when: nextId !== null });
  useShortcut("k", () => go(previousId), { when: previousId !== null });
  useShortcut("mod+z", store.undo, { when: draft.undoLabel !== null });
  useShortcut("mod+shift+z", store.redo, { when: draft.redoLabel !== null });
  const fate = activity?.fate ?? detail.row.fate;
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-1.5 max-md:gap-x-1 max-md:px-3">
      <FateChip fate={fate} variant="pill" editedSince={activity?.editedSince ?? detail.row.editedSince} />
      {total > 1 ? (
        <span className="flex items-center gap-1 text-small text-ink-2 tabular-nums">
          {formatCount(place)} of {formatCount(total)}
          <IconButton size="small" label="Previous call" tooltip="Previous call (K)" isDisabled={previousId === null} icon={<ChevronUp aria-hidden className="size-3.5" />} onPress={() => go(previousId)} />
          <IconButton size="small" label="Next call" tooltip="Next call (J)" isDisabled={nextId === null} icon={<ChevronDown aria-hidden className="size-3.5" />} onPress={() => go(nextId)} />
        </span>
      ) : null}
      <span className="flex border-l border-line pl-2 max-md:border-l-0 max-md:pl-0">
        <IconButton size="small" label="Undo" tooltip={draft.undoLabel === null ? "Nothing to undo" : `Undo: ${draft.undoLabel} (${modKey} Z)`} isDisabled={draft.undoLabel === null} icon={<Undo2 aria-hidden className="size-3.5" />} onPress={store.undo} />
        <IconButton size="small" label="Redo" tooltip={draft.redoLabel === null ? "Nothing to redo" : `Redo: ${draft.redoLabel} (${modKey} Shift Z)`} isDisabled={draft.redoLabel === null} icon={<Redo2 aria-hidden className="size-3.5" />} onPress={store.redo} />
      </span>
      <Saved />
      <span className="ml-auto min-w-0 truncate text-small text-ink-2 max-lg:hidden" title={judgement.detection.reasons.join("; ")}>
        {describeShape(judgement.detection, judgement.summary)}, from <span className="text-code">{detail.source.name}</span> {detail.source.path}
      </span>
      <span className="lg:contents max-lg:ml-auto">
        <CallMenu />
      </span>
    </div>
  );
}

/** "Saved 14:03:22" only when it is on disk. */
function Saved() {
  const { draft } = useEditor();
  if (draft.saveState === "gone") return <span role="alert" className="text-small font-medium text-blocks">{draft.failure}</span>;
  if (draft.failure !== null || draft.saveState === "failed") return <span role="alert" className="text-small font-medium text-loses">Not saved yet. {draft.failure}</span>;
  if (draft.saveState === "saved") return <span className="text-small text-ink-3 max-md:[&_time]:hidden">Saved <TimeText at={draft.savedAt} show="time" /></span>;
  return <span className="text-small text-ink-3">{draft.saveState === "conflict" ? "Changed elsewhere" : "Saving"}</span>;
}

function CallMenu() {
  const { detail } = useEditor();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteCall({ onSuccess: () => router.push("/calls") });
  return (
    <>
      <Menu
        label="Call"
        trigger={<IconButton size="small" label="More" icon={<Ellipsis aria-hidden className="size-4" />} />}
        actions={[
          { id: "batch", label: "Open its batch", href: `/batches/${detail.row.batchId}` },
          { id: "delete", label: "Delete call", isDanger: true, startsGroup: true, icon: <Trash2 aria-hidden className="size-3.5" />, onAction: () => setAsking(true) },
        ]}
      />
      <ConfirmDialog title="Delete this call here?" isOpen={asking} onOpenChange={setAsking} confirmLabel="Delete 1 call" isPending={remove.isPending} onConfirm={() => remove.mutate({ callId: detail.row.id })}>
        Its source, versions, edits, uploads and attempts go, from the store’s files as well. What is in Zelto stays there.
        {remove.error === null ? null : (
          <Notice tone="blocks" role="alert" className="mt-3">
            {remove.error.problem.detail}
          </Notice>
        )}
      </ConfirmDialog>
    </>
  );
}
