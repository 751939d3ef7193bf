"use client";

import { createContext, use, type ReactNode } from "react";
import type { CallSummary, Detection } from "@/lib/core/shapes/shape";
import type { TurnView } from "@/lib/core/call-ingest/read-turns";
import type { Problem } from "@/lib/core/problems/problem";
import type { Readiness } from "@/lib/core/problems/readiness";
import type { JsonPath } from "@/lib/core/text/json-path";
import type { CallActivity, UploadView } from "@/lib/contracts/activity";
import type { BucketBoard } from "@/lib/contracts/buckets";
import type { CallDetail } from "@/lib/contracts/calls";
import type { DraftSnapshot, DraftStore } from "./draft-store";
import type { Refusal } from "./problems/refusals";

/** What the report says of the draft; computed a moment after the text, so that typing is never held up. */
export interface Judgement {
  readonly detection: Detection;
  readonly summary: CallSummary;
  readonly problems: readonly Problem[];
  readonly readiness: Readiness;
}

/** The place that a person looks at; every pane shows it in its own way. */
export interface Selection {
  readonly path: JsonPath;
  /** Rises with each choice, so that choosing the same place again scrolls there again. */
  readonly turn: number;
}

/** Everything that the panes of one open call share. */
export interface EditorValue {
  readonly detail: CallDetail;
  readonly store: DraftStore;
  readonly draft: DraftSnapshot;
  readonly judgement: Judgement;
  /** What Zelto's last answer says of fields that were not edited since. */
  readonly refusals: readonly Refusal[];
  /** Turns to draw: of the canonical text, or of a native body's conversion. */
  readonly turns: readonly TurnView[];
  /** A native webhook body under its own header: sent unchanged, so nothing in it is edited in place. */
  readonly isNative: boolean;
  /** Form and transcript take no edits now: native, unknown shape, or the JSON is broken. */
  readonly isReadOnly: boolean;
  /** Why not, as a sentence; null while they do. */
  readonly readOnlyReason: string | null;
  readonly activity: CallActivity | undefined;
  readonly latestUpload: UploadView | undefined;
  readonly board: BucketBoard | undefined;
  readonly selection: Selection;
  readonly select: (path: JsonPath) => void;
  /** Turns a native body into a canonical one: one step, with its receipt. */
  readonly editAsCanonical: () => void;
  /** The attempt whose request and response are shown in place of the tabs, or null. */
  readonly attemptId: string | null;
  readonly showAttempt: (attemptId: string | null) => void;
}

const EditorContext = createContext<EditorValue | null>(null);

export function EditorProvider({ value, children }: { readonly value: EditorValue; readonly children: ReactNode }) {
  return <EditorContext value={value}>{children}</EditorContext>;
}

/** The open call. Throws outside an editor. */
export function useEditor(): EditorValue {
  const value = use(EditorContext);
  if (value === null) throw new Error("This part belongs into an editor");
  return value;
}
