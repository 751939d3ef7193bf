"use client";

import { preload } from "react-dom";
import type { CallDetail } from "@/lib/contracts/calls";
import { callDetailPath, useCallDetail } from "@/lib/queries/call";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Editor } from "./editor";

export interface EditorLoaderProps {
  readonly callId: string;
  /** The call where it is small enough to come with the page; a big one is read once the page is there. */
  readonly initial: CallDetail | null;
}

/** Opens the editor with the call that came with the page, or reads it. */
export function EditorLoader({ callId, initial }: EditorLoaderProps) {
  // Named in the HTML, so that the call is on its way while the page's code is: fetch takes it up when mode and credentials agree.
  if (initial === null) preload(callDetailPath(callId), { as: "fetch", crossOrigin: "anonymous" });
  const query = useCallDetail(callId, initial);
  if (query.data !== undefined) return <Editor key={callId} detail={query.data} isBig={initial === null} />;
  if (query.error !== null) return <Notice tone="blocks" role="alert" className="m-8">{query.error.message}</Notice>;
  return <SkeletonRows rows={8} label="Opening the call" className="p-8" />;
}
