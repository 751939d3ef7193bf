"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { JsonPath } from "@/lib/core/text/json-path";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useEditor } from "../editor-context";
import type { JsonEditor } from "./json-editor";

/** The text itself. CodeMirror is loaded when the tab is first opened. */
export function JsonTab() {
  const { store, draft, judgement, isNative, selection, select } = useEditor();
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<JsonEditor | null>(null);
  const own = useRef<JsonPath | null>(null);
  const place = useEffectEvent((path: JsonPath) => {
    own.current = path;
    select(path);
  });

  // Syncs with CodeMirror, which owns its part of the page.
  useEffect(() => {
    let opened: JsonEditor | null = null;
    let isGone = false;
    void import("./json-editor").then(({ openJsonEditor }) => {
      if (isGone || host.current === null) return;
      opened = openJsonEditor({ parent: host.current, store, onPlace: (path) => place(path), nonce: documentNonce() });
      setEditor(opened);
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [store]);

  // Syncs the text, the problems and the lock into CodeMirror.
  useEffect(() => editor?.show(draft, judgement.problems, isNative), [editor, draft, judgement.problems, isNative]);

  const reveal = useEffectEvent(() => {
    // A place that was chosen by the caret itself is in view already; scrolling to it would move the line being read.
    if (own.current !== selection.path) editor?.reveal(selection.path);
  });
  // Syncs CodeMirror's scroll position with the place chosen in another pane.
  useEffect(() => reveal(), [editor, selection.turn]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {isNative ? <Notice className="m-3">A native body travels byte for byte, so it is not edited here. “Edit as canonical” stands over the transcript.</Notice> : null}
      {draft.syntax === null ? null : (
        <Notice tone="blocks" role="status" className="m-3" title={`Line ${draft.syntax.line}, column ${draft.syntax.column}.`}>
          {draft.syntax.message}
        </Notice>
      )}
      {editor === null ? <SkeletonRows rows={8} label="Opening the JSON editor" className="p-4" /> : null}
      <div ref={host} className="min-h-0 flex-1 overflow-hidden" />
    </div>
  );
}

/** The policy of the document holds, whichever page of it is shown now: the nonce of a later page's answer would not do. */
function documentNonce(): string | undefined {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
