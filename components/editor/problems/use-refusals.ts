"use client";

import { useMemo, useState } from "react";
import type { CallActivity } from "@/lib/contracts/activity";
import type { DraftSnapshot } from "../draft-store";
import { standingRefusals, type ReadText, type Refusal } from "./refusals";

const NONE: readonly Refusal[] = [];

interface Sent extends ReadText {
  readonly uploadId: string;
}

/**
 * What Zelto's last 400 says of fields that were not touched since. What was sent is remembered from the moment at which the
 * answer and an unedited text are both here; where the page was loaded after an edit, that moment is gone and nothing is claimed.
 */
export function useRefusals(draft: DraftSnapshot, activity: CallActivity | undefined): readonly Refusal[] {
  const [sent, setSent] = useState<Sent | null>(null);
  const upload = activity?.uploads.at(0);
  const errors = upload?.fieldErrors;
  const isAsSent = activity?.editedSince === false && draft.saveState === "saved" && draft.revision === activity.draftRevision && draft.syntax === null;
  if (upload !== undefined && upload.fieldErrors.length > 0 && isAsSent && sent?.uploadId !== upload.id) {
    setSent({ uploadId: upload.id, text: draft.text, root: draft.root });
  }
  const known = sent !== null && sent.uploadId === upload?.id ? sent : null;
  const at = upload?.attempts.reduce<number | null>((latest, { endedAt }) => (endedAt === null ? latest : Math.max(latest ?? 0, endedAt)), null) ?? null;
  const { goodText: text, root } = draft;
  return useMemo(() => {
    if (known === null || errors === undefined || errors.length === 0) return NONE;
    return standingRefusals(
      errors.map(({ path, message }) => ({ path, message, at })),
      known,
      { text, root },
    );
  }, [known, errors, at, text, root]);
}
