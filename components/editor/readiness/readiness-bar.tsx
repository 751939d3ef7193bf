"use client";

import { Check, ExternalLink, FolderPlus, Upload } from "lucide-react";
import { useState } from "react";
import { useAssignCall } from "@/lib/queries/activity";
import { FateGlyph } from "@/components/marks/fate-glyph";
import { LevelGlyph } from "@/components/marks/level-mark";
import { useShell } from "@/components/shell/shell-status";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { useModKey } from "@/components/shell/use-mod-key";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useEditor } from "../editor-context";
import { mustAskForLive, useUpload } from "../use-upload";
import { BucketField } from "./bucket-field";
import { barState, type BarState } from "./readiness-words";
import { SendAnywayDialog } from "./send-anyway-dialog";

/** What would happen now, the bucket, and the button that does it. */
export function ReadinessBar() {
  const { detail, judgement, latestUpload, activity, draft } = useEditor();
  const { status } = useShell();
  const control = useUpload();
  const assign = useAssignCall();
  const [asking, setAsking] = useState<"anyway" | "live" | null>(null);
  const editedSince = activity?.editedSince === true || draft.saveState !== "saved";
  const state = barState(judgement.readiness, latestUpload, editedSince);
  const isLive = status?.target.kind === "live";
  const canUpload = (state.action === "upload" || state.action === "update") && !control.isPending;
  const target = isLive ? status.target.host : "the sandbox";
  useShortcut("mod+Enter", () => (isLive && mustAskForLive() ? setAsking("live") : control.upload(false)), { when: canUpload });
  const send = (sendAnyway: boolean): void => {
    setAsking(null);
    control.upload(sendAnyway);
  };
  const failure = control.unsaved ? "Nothing was sent: the last edits could not be saved. They stay on the screen; try again." : (control.failure?.problem.detail ?? assign.error?.problem.detail ?? null);
  return (
    <footer className="flex shrink-0 flex-col border-t border-line-strong bg-surface">
      {failure === null ? null : (
        <Notice tone="blocks" role="alert" className="rounded-none border-x-0 border-t-0">
          {failure}
        </Notice>
      )}
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
        <div role="status" aria-label="Readiness" className="flex min-w-0 flex-1 basis-72 items-start gap-2.5 text-body">
          <span className="mt-0.5 shrink-0">
            <BarMark mark={state.mark} />
          </span>
          <span className="min-w-0 text-ink-2">
            <strong className="font-semibold text-ink">{state.headline}</strong> <bdi>{state.sentence}</bdi>
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-3 max-md:w-full max-md:flex-nowrap max-md:gap-2">
          {judgement.problems.length === 0 ? null : <NextProblem />}
          <BucketField bucketId={control.bucketId} onChoose={control.chooseBucket} />
          {latestUpload === undefined ? null : (
            <Button icon={<FolderPlus aria-hidden className="size-3.5" />} isDisabled={control.bucketId === null} isPending={assign.isPending} onPress={() => control.bucketId !== null && assign.mutate({ callId: detail.row.id, bucketId: control.bucketId })}>
              <span>
                Add<span className="max-md:sr-only"> to bucket</span>
              </span>
            </Button>
          )}
          {latestUpload?.conversationUrl == null ? null : (
            <LinkButton href={latestUpload.conversationUrl} target="_blank" rel="noopener noreferrer" icon={<ExternalLink aria-hidden className="size-3.5" />}>
              <span className="max-md:sr-only">Open in Zelto</span>
            </LinkButton>
          )}
          <MainButton state={state} hasUpload={latestUpload !== undefined} isPending={control.isPending} onUpload={() => control.upload(false)} onAnyway={() => setAsking("anyway")} />
        </div>
      </div>
      <SendAnywayDialog isOpen={asking === "anyway"} onOpenChange={() => setAsking(null)} consequence={judgement.readiness.sentence} targetName={target} isPending={control.isPending} onConfirm={() => send(true)} />
      <ConfirmDialog title={`Upload to ${target}?`} isOpen={asking === "live"} onOpenChange={() => setAsking(null)} confirmLabel="Upload" onConfirm={() => send(false)}>
        The target is live. This is asked once in a visit when you upload by key.
      </ConfirmDialog>
    </footer>
  );
}

/** Leads through the problems one by one, worst first, and begins again. */
function NextProblem() {
  const { judgement, select } = useEditor();
  const [next, setNext] = useState(0);
  const show = (): void => {
    const problem = judgement.problems[next % judgement.problems.length];
    if (problem !== undefined) select(problem.path);
    setNext(next + 1);
  };
  return (
    <Button size="bar" className="max-md:hidden" onPress={show}>
      Next problem
    </Button>
  );
}

function BarMark({ mark }: { readonly mark: BarState["mark"] }) {
  if (mark.kind === "fate") return <FateGlyph fate={mark.fate} size={18} />;
  return mark.kind === "level" ? <LevelGlyph level={mark.level} size={18} /> : <Check aria-hidden className="size-4.5 text-ink" />;
}

/** On a narrow window the bar has one row for bucket and buttons, and the shorter word. */
function UpdateWords() {
  return (
    <span>
      <span className="max-md:hidden">Upload update</span>
      <span className="md:hidden">Update</span>
    </span>
  );
}

interface MainButtonProps {
  readonly state: BarState;
  readonly hasUpload: boolean;
  readonly isPending: boolean;
  readonly onUpload: () => void;
  readonly onAnyway: () => void;
}

/** The one filled button: Upload, Upload update, or Send anyway. */
function MainButton({ state, hasUpload, isPending, onUpload, onAnyway }: MainButtonProps) {
  const modKey = useModKey();
  if (state.action === "anyway") {
    return (
      <Button size="bar" onPress={onAnyway} isPending={isPending}>
        Send anyway
      </Button>
    );
  }
  const label = hasUpload ? "Upload update" : "Upload";
  return (
    <Button variant="primary" size="bar" aria-label={label} isDisabled={state.action === "refused" || state.action === "wait"} isPending={isPending} onPress={onUpload} icon={<Upload aria-hidden className="size-3.5" />}>
      {hasUpload ? <UpdateWords /> : label}
      <span aria-hidden className="ml-1 inline-flex max-md:hidden">
        <Kbd>{modKey} ↵</Kbd>
      </span>
    </Button>
  );
}
