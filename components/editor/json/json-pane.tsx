"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { JsonPath } from "@/lib/core/text/json-path";
import { useEditor } from "../editor-context";
import type { JsonEditor, JsonEditorOptions } from "./json-editor";

/** CodeMirror's part of the page, kept in step with the other panes. */
export function JsonPane({ open }: { readonly open: (options: JsonEditorOptions) => JsonEditor }) {
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
    if (host.current === null) return undefined;
    const opened = open({ parent: host.current, store, onPlace: (path) => place(path), nonce: documentNonce() });
    setEditor(opened);
    return () => opened.close();
  }, [open, store]);

  // Syncs the problems and the lock into CodeMirror.
  useEffect(() => editor?.show(draft, judgement.problems, isNative), [editor, draft, judgement.problems, isNative]);

  const reveal = useEffectEvent(() => {
    // A place that was chosen by the caret itself is in view already; scrolling to it would move the line being read.
    if (own.current !== selection.path) editor?.reveal(selection.path);
  });
  // Syncs CodeMirror's scroll position with the place chosen in another pane.
  useEffect(() => reveal(), [editor, selection.turn]);

  return <div ref={host} className="min-h-0 flex-1 overflow-hidden" />;
}

/** The policy of the document holds, whichever page of it is shown now: the nonce of a later page's answer would not do. */
function documentNonce(): string | undefined {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
