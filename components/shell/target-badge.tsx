"use client";

import { FlaskConical, RadioTower } from "lucide-react";
import type { TargetInfo } from "@/lib/contracts/status";
import { cx } from "@/components/ui/cx";
import { useShell } from "./shell-status";

const FRAME = "flex h-7 shrink-0 items-center gap-2 rounded-small border px-2.5 text-small whitespace-nowrap";

/** Which Zelto is spoken to, in words and in its own look, on every page. */
export function TargetBadge() {
  const { status } = useShell();
  return (
    <div role="status" aria-label="Target" className="flex h-7 shrink-0 items-center">
      {status === undefined ? null : status.target.kind === "sandbox" ? <Sandbox /> : <Live target={status.target} />}
    </div>
  );
}

function Sandbox() {
  return (
    <span className={cx(FRAME, "border-dashed border-sandbox-line bg-sandbox-soft text-sandbox")}>
      <FlaskConical aria-hidden className="size-3.5" strokeWidth={1.8} />
      <span>
        <span className="font-semibold">Sandbox</span>
        <span className="max-md:sr-only">
          <span className="font-semibold">:</span> nothing is sent to Zelto
        </span>
      </span>
    </span>
  );
}

function Live({ target }: { readonly target: TargetInfo }) {
  return (
    <span className={cx(FRAME, "border-transparent bg-inverse text-on-inverse")}>
      <RadioTower aria-hidden className="size-3.5" strokeWidth={2} />
      <span className="font-semibold">Live</span>
      <span className="text-code text-on-inverse-2 max-md:sr-only">{target.host}</span>
      {target.keyLast4 === null ? (
        <span className="text-on-inverse-2">no key</span>
      ) : (
        <>
          <span className="text-on-inverse-2 max-md:sr-only">key</span>
          <span className="text-code">…{target.keyLast4}</span>
        </>
      )}
    </span>
  );
}

/** Three pixels over the whole window: solid when live, hatched in the sandbox. */
export function TargetEdge() {
  const { status } = useShell();
  return <div aria-hidden className={cx("h-0.75 shrink-0", status?.target.kind === "live" ? "bg-inverse" : "hatched", status === undefined && "invisible")} />;
}
