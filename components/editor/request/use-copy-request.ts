"use client";

import { useShell } from "@/components/shell/shell-status";
import { useAnnounce } from "@/components/ui/announcer";
import { showToast } from "@/components/ui/toast";
import { useEditor } from "../editor-context";
import { curlCode, fetchCode, pythonCode, type RequestParts } from "./request-code";

export type CodeKind = "cURL" | "fetch" | "Python";

const WRITERS: Readonly<Record<CodeKind, (parts: RequestParts) => string>> = { cURL: curlCode, fetch: fetchCode, Python: pythonCode };

/** The upload that the draft would make now. */
export function useRequestParts(): RequestParts {
  const { draft } = useEditor();
  const { status } = useShell();
  return { url: `${status?.target.baseUrl ?? ""}/webhooks/calls`, provider: draft.provider, body: draft.text };
}

/** Copies the request as code and says so. */
export function useCopyRequest(): (kind: CodeKind) => void {
  const announce = useAnnounce();
  const parts = useRequestParts();
  return (kind) => {
    navigator.clipboard.writeText(WRITERS[kind](parts)).then(
      () => {
        announce(`Copied as ${kind}`);
        showToast({ title: `Copied as ${kind}` });
      },
      () => announce("The browser did not allow copying", "now"),
    );
  };
}
