"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { CallDetail } from "@/lib/contracts/calls";
import { saveDraft, useReadCall } from "@/lib/queries/call";
import { ApiFailure } from "@/lib/queries/request";
import { openDraftStore, type DraftSnapshot, type DraftStore } from "./draft-store";

function later(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

function isGone(error: unknown): boolean {
  return error instanceof ApiFailure && error.problem.status === 404;
}

function explain(error: unknown): string {
  if (isGone(error)) return "This call was deleted here. What is on the screen is saved nowhere; copy what you need.";
  return error instanceof ApiFailure ? error.problem.detail : "Intake could not save this. It is kept on the screen; trying again.";
}

/** Opens the live document of a call, keeps it saved, and follows what other pages save. */
export function useDraftStore(detail: CallDetail, serverRevision: number | undefined): { readonly store: DraftStore; readonly draft: DraftSnapshot } {
  const callId = detail.row.id;
  const [store] = useState(() =>
    openDraftStore({ initial: detail.draft, save: (input) => saveDraft(callId, input), newId: () => crypto.randomUUID(), now: () => Date.now(), later, explain, isGone }),
  );
  const draft = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const isUnsaved = draft.saveState !== "saved" && draft.saveState !== "gone";

  // Syncs with the browser's own question before a page is left with something unsaved.
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);

  // Syncs with the store's timer: what is left when the page goes to another place is written at once.
  useEffect(
    () => () => {
      void store.flush();
    },
    [store],
  );

  const readCall = useReadCall();
  const follow = useEffectEvent(() => {
    readCall(callId).then(
      ({ draft: stored }) => store.follow(stored),
      // The status says by itself when the server cannot be reached; the next change asks again.
      () => undefined,
    );
  });
  // Syncs with what other pages wrote: the server's revision is ahead of this page's.
  useEffect(() => {
    const { saveState, revision } = store.snapshot();
    if (serverRevision !== undefined && serverRevision > revision && saveState === "saved") follow();
  }, [serverRevision, store]);
  return { store, draft };
}
