"use client";

import { useState } from "react";
import { convertToCanonical } from "@/lib/core/shapes/convert-to-canonical";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { CallActivity } from "@/lib/contracts/activity";
import type { CallDetail } from "@/lib/contracts/calls";
import { useBucketBoard } from "@/lib/queries/buckets";
import { useCallActivity } from "@/lib/queries/activity";
import { PageHeader } from "@/components/shell/crumbs";
import { ConflictDialog } from "./conflict-dialog";
import { EditorProvider, type EditorValue, type Selection } from "./editor-context";
import { EditorPanes } from "./editor-panes";
import { HeaderStrip } from "./header-strip";
import { EditorCommands } from "./editor-commands";
import { useRefusals } from "./problems/use-refusals";
import { ReadinessBar } from "./readiness/readiness-bar";
import { readOnlyReason } from "./shape-words";
import { useDraftStore } from "./use-draft-store";
import { isNativeBody, useJudgement, useTurns, type EarlierUpload } from "./use-judgement";
import { useLayout } from "./use-layout";

export interface EditorProps {
  readonly detail: CallDetail;
  /** Too big to come with the page. */
  readonly isBig: boolean;
}

/** The upload that sending now would update: an earlier one of this call, once it is edited, else one of another call with the same id. */
function earlierUpload(detail: CallDetail, activity: CallActivity | undefined): EarlierUpload | null {
  const own = activity?.uploads.find(({ acceptedAt, activeTarget }) => acceptedAt !== null && activeTarget);
  const other = detail.alreadyUploaded?.callId === detail.row.id ? null : detail.alreadyUploaded;
  if (own?.acceptedAt == null) return other;
  return activity?.editedSince === true ? { at: own.acceptedAt, conversationId: own.conversationId } : null;
}

/** One open call: everything that the panes share is made here, and drawn in them. */
export function Editor({ detail, isBig }: EditorProps) {
  const board = useBucketBoard().data;
  const activity = useCallActivity(detail.row.id).data;
  const { store, draft } = useDraftStore(detail, activity?.draftRevision);
  const judgement = useJudgement(draft, board, { earlier: earlierUpload(detail, activity), remarks: detail.remarks });
  const refusals = useRefusals(draft, activity);
  const turns = useTurns(draft.root, judgement.detection);
  const [selection, setSelection] = useState<Selection>({ path: [], turn: 0 });
  const [attemptId, showAttempt] = useState<string | null>(null);
  const layout = useLayout();
  const isNative = isNativeBody(judgement.detection, draft);
  const reason = readOnlyReason(judgement.detection, { isNative, brokenLine: draft.syntax?.line ?? null });
  const value: EditorValue = {
    detail,
    store,
    draft,
    judgement,
    refusals,
    turns,
    isNative,
    isReadOnly: reason !== null,
    readOnlyReason: reason,
    activity,
    latestUpload: activity?.uploads.at(0),
    board,
    selection,
    select: (path: JsonPath) => setSelection(({ turn }) => ({ path, turn: turn + 1 })),
    editAsCanonical: () => {
      const { root, text } = store.snapshot();
      const converted = root === null ? null : convertToCanonical(root, judgement.detection.shape);
      if (converted?.ok === true) store.commit({ label: "Edit as canonical", edits: [{ offset: 0, removed: text, inserted: converted.value.text }], provider: "zelto" });
    },
    attemptId,
    showAttempt,
  };
  const name = judgement.summary.externalId ?? "Call without an id";
  return (
    <EditorProvider value={value}>
      <PageHeader heading={name} crumbs={[{ label: detail.row.batchName, href: `/batches/${detail.row.batchId}` }, { label: name, mono: true }]} />
      <div className="flex h-full min-h-0 flex-col">
        <HeaderStrip />
        <EditorPanes layout={layout} inSteps={isBig} />
        <ReadinessBar />
      </div>
      <ConflictDialog />
      <EditorCommands />
    </EditorProvider>
  );
}
