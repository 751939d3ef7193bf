"use client";

import { lateCode } from "@/components/ui/late-code";
import { LatePart } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useEditor } from "../editor-context";
import { JsonPane } from "./json-pane";

const editorCode = lateCode(() => import("./json-editor"));

/** The text itself. CodeMirror is loaded when the tab is first opened. */
export function JsonTab() {
  const { draft, isNative } = useEditor();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {isNative ? <Notice className="m-3">A native body travels byte for byte, so it is not edited here. “Edit as canonical” stands over the transcript.</Notice> : null}
      {draft.syntax === null ? null : (
        <Notice tone="blocks" role="status" className="m-3" title={`Line ${draft.syntax.line}, column ${draft.syntax.column}.`}>
          {draft.syntax.message}
        </Notice>
      )}
      <LatePart code={editorCode} waiting={<SkeletonRows rows={8} label="Opening the JSON editor" className="p-4" />}>
        {({ openJsonEditor }) => <JsonPane open={openJsonEditor} />}
      </LatePart>
    </div>
  );
}
