"use client";

import { useState } from "react";
import type { SandboxDials } from "@/lib/contracts/sandbox";
import { useResetSandbox, useSandboxDials, useSandboxRequest, useSandboxRequests, useSetDials } from "@/lib/queries/sandbox";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { DialsPanel } from "./dials-panel";
import { RequestDetail } from "./request-detail";
import { RequestsPanel } from "./requests-panel";

/** The built-in Zelto from the other side: what it received, what it holds, and how it misbehaves. */
export function SandboxPlace({ initialDials }: { readonly initialDials: SandboxDials }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const dials = useSandboxDials(initialDials);
  const turn = useSetDials();
  const requests = useSandboxRequests();
  const request = useSandboxRequest(chosen);
  const reset = useResetSandbox();
  const pages = requests.data?.pages ?? [];
  const counts = pages[0]?.counts;
  return (
    <div className="mx-auto flex w-full max-w-400 flex-col gap-5 p-8 max-md:p-4">
      <header className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-lead">Sandbox</h1>
          <p className="text-body text-ink-2">A Zelto of your own: it answers as the real one does, keeps what lands, and nothing leaves this machine.</p>
        </div>
        <Button onPress={() => setAsking(true)}>Reset the sandbox</Button>
      </header>
      {counts === undefined ? null : <p className="text-small text-ink-2 tabular-nums">{`${counts.conversations} conversations, ${counts.agents} agents, ${counts.buckets} buckets with ${counts.members} members, ${counts.pendingLandings} about to land`}</p>}
      <div className="grid grid-cols-[minmax(0,360px)_minmax(0,1fr)_minmax(0,1fr)] items-start gap-5 max-xl:grid-cols-2 max-lg:grid-cols-1">
        {dials.data === undefined ? null : <DialsPanel dials={dials.data} onTurn={(patch) => turn.mutate(patch)} failure={turn.error?.problem.detail ?? null} />}
        <RequestsPanel
          requests={pages.flatMap((page) => page.requests)}
          total={counts?.requests ?? 0}
          chosen={chosen}
          onChoose={setChosen}
          onMore={requests.hasNextPage ? () => void requests.fetchNextPage() : null}
        />
        {request.data === undefined ? <EmptyState title="No request chosen">Choose one to see its headers, body and answer.</EmptyState> : <RequestDetail request={request.data} />}
      </div>
      <ConfirmDialog
        title="Reset the sandbox?"
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel="Reset the sandbox"
        isPending={reset.isPending}
        onConfirm={() => reset.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        Its conversations, buckets and requests go, and the dials turn back. Your calls stay in Intake; those that landed here are no longer there.
      </ConfirmDialog>
    </div>
  );
}
