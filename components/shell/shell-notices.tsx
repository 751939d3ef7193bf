"use client";

import { CirclePause, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { formatPlural } from "@/lib/core/format/count";
import { useShell } from "./shell-status";

/** Strips under the top bar: why sending stands still, what waits for another Zelto, and when our own server is out of reach. */
export function ShellNotices() {
  const { status, isCut } = useShell();
  const held = status?.heldForOtherTarget ?? 0;
  return (
    <div role="status" aria-label="Sending" className="shrink-0">
      {isCut ? (
        <Strip icon={<Unplug aria-hidden className="size-4" strokeWidth={1.8} />}>
          Intake’s server does not answer. What was typed stays on this page; it is saved when the server is back.
        </Strip>
      ) : null}
      {status?.pauses.map((pause) => (
        <Strip key={pause.id} icon={<CirclePause aria-hidden className="size-4" strokeWidth={1.8} />}>
          {pause.sentence} {pause.waiting === 0 ? null : `${formatPlural(pause.waiting, "upload")} ${pause.waiting === 1 ? "waits" : "wait"}. `}
          <TextLink href="/settings">Check the connection</TextLink>
        </Strip>
      ))}
      {held === 0 ? null : (
        <Strip icon={<CirclePause aria-hidden className="size-4" strokeWidth={1.8} />}>
          {formatPlural(held, "upload")} {held === 1 ? "waits" : "wait"} for another Zelto than the one in use. Nothing of {held === 1 ? "it" : "them"} is sent
          here. <TextLink href="/settings#target">Decide in Settings</TextLink>
        </Strip>
      )}
    </div>
  );
}

function Strip({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 border-b border-loses-line bg-loses-soft px-4 py-2 text-body text-ink">
      <span className="mt-0.5 shrink-0 text-loses">{icon}</span>
      <p className="min-w-0">{children}</p>
    </div>
  );
}
